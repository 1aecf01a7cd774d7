package io.aftercare.followup.message;

import io.aftercare.followup.window.Slot;
import java.time.Instant;

/**
 * When a message may be sent.
 *
 * @param at first instant
 * @param closesAt first instant at which it may no longer be sent in this window
 * @param lapsesAt last instant at which what was meant is still worth sending
 * @param explained how the time was found, in plain words
 */
public record Due(Instant at, Instant closesAt, Instant lapsesAt, String explained) {

  /** The window that was meant, or the next one where that has closed. */
  static Due of(Occasion occasion, LocalHours hours, Instant now) {
    Slot meant = occasion.slot();
    boolean closed = !now.isBefore(meant.closesAt()) && !now.isAfter(occasion.lapsesAt());
    Slot slot =
        closed
            ? hours.window().atOrAfter(now, meant.explained() + ", that has closed, next window")
            : meant;
    return new Due(slot.dueAt(), slot.closesAt(), occasion.lapsesAt(), slot.explained());
  }

  boolean sameTimeAs(Due other) {
    return at.equals(other.at) && closesAt.equals(other.closesAt);
  }

  /** The same window, worth it for as long as the other. */
  Due lapsingWith(Due other) {
    return new Due(at, closesAt, other.lapsesAt, explained);
  }
}
