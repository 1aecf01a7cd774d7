package io.aftercare.followup.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** A half-open stretch of time. */
record Span(Instant from, Instant to) {

  /** A stretch of local time on one date; none when the clock skips it whole. */
  static List<Span> local(LocalDate date, LocalTime from, LocalTime to, ZoneId zone) {
    return of(instant(date, from, zone), instant(date, to, zone));
  }

  boolean holds(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** What lies in both; none when they do not meet. */
  List<Span> intersect(Span other) {
    return of(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  private static List<Span> of(Instant from, Instant to) {
    return from.isBefore(to) ? List.of(new Span(from, to)) : List.of();
  }

  /**
   * The first instant at which the local clock shows this time or a later one. In a gap that is the
   * end of the gap; in an overlap it is the first of the two, so the earlier offset.
   */
  private static Instant instant(LocalDate date, LocalTime time, ZoneId zone) {
    var local = date.atTime(time);
    ZoneRules rules = zone.getRules();
    var offsets = rules.getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = rules.getTransition(local);
      return gap.getInstant();
    }
    ZoneOffset earlier = offsets.getFirst();
    return local.toInstant(earlier);
  }
}
