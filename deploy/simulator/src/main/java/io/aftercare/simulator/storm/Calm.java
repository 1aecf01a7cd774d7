package io.aftercare.simulator.storm;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * The time after the storm: waits until all that was committed has been sent and all that was sent
 * has been heard, or until nothing moves any more.
 */
final class Calm {

  private static final Duration AT_MOST = Duration.ofSeconds(180);

  /** Longer than any back-off in the house, and than a consumer group needs to notice a death. */
  private static final Duration NOTHING_MOVES = Duration.ofSeconds(60);

  private final Books books;
  private final Streams streams;
  private final Weather weather;
  private final PrintWriter out;

  Calm(Books books, Streams streams, Weather weather, PrintWriter out) {
    this.books = books;
    this.streams = streams;
    this.weather = weather;
    this.out = out;
  }

  /** Says whether everything has caught up. */
  boolean await() {
    long end = System.nanoTime() + AT_MOST.toNanos();
    long least = Long.MAX_VALUE;
    long moved = System.nanoTime();
    int quiet = 0;
    while (System.nanoTime() < end && System.nanoTime() - moved < NOTHING_MOVES.toNanos()) {
      weather.care();
      long waiting = books.outboxes().values().stream().mapToLong(Long::longValue).sum();
      long left = waiting + streams.behind();
      quiet = left == 0 ? quiet + 1 : 0;
      if (quiet == 3) {
        return true;
      }
      if (left < least) {
        least = left;
        moved = System.nanoTime();
      }
      Pause.of(Duration.ofMillis(500));
    }
    out.printf("  ! %s to be sent, %d to be heard%n", books.outboxes(), streams.behind());
    return false;
  }
}
