package io.aftercare.followup.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When a message may be sent: within hours by the clock of the person who reads it, on any day,
 * because nobody has to be at work for it. A policy: it knows no clock and no database.
 */
public final class MessageWindow {

  /** Longer than any zone was ever without a stretch of day. */
  private static final int DAYS_AHEAD = 7;

  private final LocalTime opens;
  private final LocalTime closes;
  private final ZoneId zone;

  /**
   * @param opens first local time of day at which it may be sent
   * @param closes first local time of day at which it may no longer be sent
   */
  public MessageWindow(LocalTime opens, LocalTime closes, ZoneId zone) {
    this.opens = opens;
    this.closes = closes;
    this.zone = zone;
  }

  /** The window of this date, or of the next one that has one. */
  public Slot on(LocalDate date, String intro) {
    for (int days = 0; days < DAYS_AHEAD; days++) {
      List<Span> open = Span.local(date.plusDays(days), opens, closes, zone);
      if (!open.isEmpty()) {
        return slot(open, open.getFirst().from(), date.plusDays(days), intro);
      }
    }
    throw new IllegalStateException(
        "No day within %d of %s in %s".formatted(DAYS_AHEAD, date, zone));
  }

  /** The first instant from this one on at which it may be sent. */
  public Slot atOrAfter(Instant earliest, String intro) {
    LocalDate date = earliest.atZone(zone).toLocalDate();
    Slot today = on(date, intro);
    if (!earliest.isBefore(today.closesAt())) {
      return on(date.plusDays(1), intro);
    }
    return earliest.isAfter(today.dueAt())
        ? new Slot(earliest, today.closesAt(), today.date(), zone, today.explained())
        : today;
  }

  private Slot slot(List<Span> open, Instant due, LocalDate date, String intro) {
    String explained =
        "%s, %s–%s → %s".formatted(intro, Words.time(opens), Words.time(closes), Words.date(date));
    return new Slot(due, open.getLast().to(), date, zone, explained);
  }
}
