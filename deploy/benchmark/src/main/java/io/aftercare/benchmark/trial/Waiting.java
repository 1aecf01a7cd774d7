package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something to become true. */
final class Waiting {

  private Waiting() {}

  /**
   * Looks every few milliseconds.
   *
   * @throws Broken when it has not become true in time
   */
  static void until(String what, Duration atMost, BooleanSupplier isTrue) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Broken("%s: not within %d s".formatted(what, atMost.toSeconds()));
      }
      briefly();
    }
  }

  static void briefly() {
    try {
      TimeUnit.MILLISECONDS.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("Interrupted", e);
    }
  }
}
