package io.aftercare.simulator.storm;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time that clients and chaos let pass. */
final class Pause {

  private Pause() {}

  /** Rests for so long, or until the thread is interrupted. */
  static void of(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
