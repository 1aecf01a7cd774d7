package io.aftercare.followup.call;

import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Slot;
import io.aftercare.followup.window.Timing;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The time a call has, with the intent behind it.
 *
 * @param dueAt first instant at which it may be made
 * @param closesAt first instant at which it may no longer be made in this window
 * @param lapsesAt last instant at which what was meant is still worth doing
 * @param date the local date that was meant
 * @param zone the clock that date is told in
 * @param rule the version of the rule that found the time
 * @param explained how it was found, in plain words
 * @param heldBackUntil until when it is held back on purpose, by a cap or by a person; absent where
 *     its time is the one that its programme meant
 */
public record Plan(
    Instant dueAt,
    Instant closesAt,
    Instant lapsesAt,
    LocalDate date,
    String zone,
    int rule,
    String explained,
    @Nullable Instant heldBackUntil) {

  /** A time that was chosen anew. */
  public static Plan at(Slot slot, CallWindow window) {
    return of(slot, window.lapses(slot));
  }

  /** The time that became of an intended one; its patience counts from what was intended. */
  static Plan at(Timing timing, Slot intended, CallWindow window) {
    return of(timing.slot(), window.lapses(intended));
  }

  /** Another window for the same intent. */
  public Plan movedTo(Slot slot) {
    return of(slot, lapsesAt).heldBack(heldBackUntil);
  }

  /** A time that somebody or some cap put in the place of the one that was meant: it stands. */
  public Plan onPurpose() {
    return heldBack(dueAt);
  }

  /** The same window, but not before this instant. */
  public Plan notBefore(Instant earliest, String why) {
    String words = explained.endsWith(why) ? explained : explained + ", " + why;
    return new Plan(earliest, closesAt, lapsesAt, date, zone, rule, words, heldBackUntil);
  }

  boolean sameTimeAs(Plan other) {
    return dueAt.equals(other.dueAt) && closesAt.equals(other.closesAt);
  }

  private Plan heldBack(@Nullable Instant until) {
    return new Plan(dueAt, closesAt, lapsesAt, date, zone, rule, explained, until);
  }

  private static Plan of(Slot slot, Instant lapsesAt) {
    return new Plan(
        slot.dueAt(),
        slot.closesAt(),
        lapsesAt,
        slot.date(),
        slot.zone().getId(),
        CallWindow.RULE,
        slot.explained(),
        null);
  }
}
