package io.aftercare.simulator.synthea;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/**
 * Shows how far a long run has come: a bar that grows in place on a terminal, a line now and then
 * elsewhere.
 */
final class Progress {

  private static final int WIDTH = 30;
  private static final long BAR_EVERY = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LINE_EVERY = TimeUnit.SECONDS.toNanos(5);

  private final PrintWriter out;
  private final boolean terminal;
  private final String what;
  private final long total;
  private final long start = System.nanoTime();
  private long shownAt = start;

  /**
   * @param terminal whether what is written can be written over
   * @param total how many there will be
   */
  Progress(PrintWriter out, boolean terminal, String what, long total) {
    this.out = out;
    this.terminal = terminal;
    this.what = what;
    this.total = total;
  }

  /** Shows the count, unless something was shown just before. */
  synchronized void at(long done) {
    long now = System.nanoTime();
    if (now - shownAt < (terminal ? BAR_EVERY : LINE_EVERY)) {
      return;
    }
    shownAt = now;
    long percent = total == 0 ? 100 : done * 100 / total;
    if (terminal) {
      int filled = (int) (percent * WIDTH / 100);
      String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
      out.printf(
          "\r%-10s [%s] %3d %%  %d of %d, %d/s ", what, bar, percent, done, total, rate(done));
    } else {
      out.printf("%-10s %3d %%  %d of %d, %d/s%n", what, percent, done, total, rate(done));
    }
    out.flush();
  }

  /** Takes the bar away, so that what follows starts on a clean line. */
  synchronized void end() {
    if (terminal) {
      out.print("\r\u001b[2K");
      out.flush();
    }
  }

  long rate(long done) {
    return done * TimeUnit.SECONDS.toNanos(1) / Math.max(1, System.nanoTime() - start);
  }

  /** Seconds so far, the begun one included. */
  long seconds() {
    return Math.ceilDiv(System.nanoTime() - start, TimeUnit.SECONDS.toNanos(1));
  }
}
