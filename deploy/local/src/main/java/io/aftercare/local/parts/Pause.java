package io.aftercare.local.parts;

import java.util.concurrent.TimeUnit;

/** The breath between two looks at a process. */
final class Pause {

  private Pause() {}

  static void brief() {
    try {
      TimeUnit.MILLISECONDS.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("Interrupted while waiting for a process", e);
    }
  }
}
