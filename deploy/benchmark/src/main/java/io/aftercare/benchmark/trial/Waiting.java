package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something to become true. */
final class Waiting {

  private Waiting() {}

  private static final Duration OFTEN = Duration.ofMillis(2);

  /** As {@link #until(String, Duration, Duration, BooleanSupplier)}, looking very often. */
  static void until(String what, Duration atMost, BooleanSupplier isTrue) {
    until(what, atMost, OFTEN, isTrue);
  }

  /**
   * Waits until it is so.
   *
   * @param every how often to look
   * @throws Broken when it is not so in time
   */
  static void until(String what, Duration atMost, Duration every, BooleanSupplier isTrue) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Broken("%s: not within %d s".formatted(what, atMost.toSeconds()));
      }
      pause(every);
    }
  }

  static void briefly() {
    pause(OFTEN);
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("Interrupted", e);
    }
  }
}
