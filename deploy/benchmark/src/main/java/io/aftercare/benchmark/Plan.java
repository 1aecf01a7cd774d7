package io.aftercare.benchmark;

import java.time.Duration;

/**
 * How long and how often is measured.
 *
 * @param warmUp at most so long before the first measurement of a path
 * @param time of one measurement
 * @param rounds how often path and limit take turns
 * @param isFull with the sizes that take long, too
 */
public record Plan(Duration warmUp, Duration time, int rounds, boolean isFull) {

  public int seconds() {
    return (int) time.toSeconds();
  }
}
