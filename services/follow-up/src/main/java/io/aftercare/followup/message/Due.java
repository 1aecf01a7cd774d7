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
    return in(slot, occasion.lapsesAt());
  }

  /** In this window, but no longer than what is meant is worth sending. */
  static Due in(Slot slot, Instant lapsesAt) {
    Instant closes = slot.closesAt().isBefore(lapsesAt) ? slot.closesAt() : lapsesAt;
    return new Due(slot.dueAt(), closes, lapsesAt, slot.explained());
  }

  /** Too late: it is worth nothing any more, or will be before it may be sent. */
  boolean late(Instant now) {
    return now.isAfter(lapsesAt) || !at.isBefore(lapsesAt);
  }

  boolean sameTimeAs(Due other) {
    return at.equals(other.at) && closesAt.equals(other.closesAt);
  }

  /** The same window, worth it until then. */
  Due lapsing(Instant then) {
    return new Due(at, closesAt, then, explained);
  }
}
