package io.aftercare.benchmark.load;

import java.time.Duration;

/**
 * How requests follow each other.
 *
 * @param perSecond requests a second over all connections; 0 for one after the other on every
 *     connection, as fast as answers come
 * @param warmUp time before measuring
 * @param time measured
 */
public record Pace(double perSecond, Duration warmUp, Duration time) {

  public static Pace asFastAsItGoes(Duration warmUp, Duration time) {
    return new Pace(0, warmUp, time);
  }

  boolean isGiven() {
    return perSecond > 0;
  }
}
