package io.aftercare.local;

import io.aftercare.local.parts.Part;
import io.aftercare.local.parts.PartFailed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Starts again what ends by itself, but not for ever. */
final class Watch {

  private static final int RESTARTS = 3;
  private static final Duration WITHIN = Duration.ofMinutes(5);

  private final Terminal terminal;
  private final BooleanSupplier stopping;

  /**
   * @param terminal hears of every end
   * @param stopping whether an end is no surprise any more
   */
  Watch(Terminal terminal, BooleanSupplier stopping) {
    this.terminal = terminal;
    this.stopping = stopping;
  }

  void over(List<Part> parts) {
    for (Part part : parts) {
      Thread.ofVirtual().name("watch " + part.name()).start(() -> watch(part));
    }
  }

  private void watch(Part part) {
    Deque<Long> restarts = new ArrayDeque<>();
    while (true) {
      part.onExit().join();
      if (stopping.getAsBoolean()) {
        return;
      }
      long now = System.nanoTime();
      restarts.removeIf(past -> now - past > WITHIN.toNanos());
      if (restarts.size() == RESTARTS) {
        terminal.bad(part.name() + " ended again and stays down; see " + part.log());
        return;
      }
      restarts.add(now);
      terminal.bad(part.name() + " ended by itself; starting it again");
      restart(part);
    }
  }

  private void restart(Part part) {
    try {
      long begun = System.nanoTime();
      part.start();
      terminal.good(
          part.name()
              + " is back after "
              + Terminal.seconds(Duration.ofNanos(System.nanoTime() - begun)));
    } catch (PartFailed e) {
      if (!stopping.getAsBoolean()) {
        terminal.bad(String.valueOf(e.getMessage()));
      }
    }
  }
}
