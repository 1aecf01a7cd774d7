package io.aftercare.simulator.synthea;

import io.aftercare.simulator.chain.CannotGoOn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the data is wanted, and by how many days it is moved. Days are those of the store's
 * clock, and moving keeps the time of day: what was sold at 18:30 is sold at 18:30 again, whatever
 * summer time has done in between.
 *
 * @param from first instant that is wanted
 * @param until first instant that is no longer wanted
 * @param shiftDays days from the data's time to the time it is sold at
 */
record Period(ZoneId zone, Instant from, Instant until, long shiftDays) {

  /**
   * Reads the command's options.
   *
   * @param from first day; null for the data's first, or its last ones when only their number is
   *     given
   * @param days how many days; null for all
   * @param shiftToNow the last days of the data become the last days before now
   * @throws CannotGoOn when the options contradict each other
   */
  static Period of(
      ZoneId zone,
      @Nullable LocalDate from,
      @Nullable Integer days,
      boolean shiftToNow,
      Instant dataEnd,
      Instant now) {
    if (shiftToNow && (days == null || from != null)) {
      throw new CannotGoOn(
          "--shift-to-now takes the last days of the data: say how many with --days, and no --from");
    }
    LocalDate lastDay = dataEnd.atZone(zone).toLocalDate();
    LocalDate first = from != null || days == null ? from : lastDay.minusDays(days - 1L);
    Instant start = first == null ? Instant.MIN : first.atStartOfDay(zone).toInstant();
    Instant end =
        first == null || days == null
            ? Instant.MAX
            : first.plusDays(days).atStartOfDay(zone).toInstant();
    return new Period(zone, start, end, shiftToNow ? daysBetween(zone, dataEnd, now) : 0);
  }

  /** Whole days that bring the data's end as near to now as it gets without being later. */
  private static long daysBetween(ZoneId zone, Instant dataEnd, Instant now) {
    ZonedDateTime last = dataEnd.atZone(zone);
    long days = ChronoUnit.DAYS.between(last.toLocalDate(), now.atZone(zone).toLocalDate());
    return last.plusDays(days).toInstant().isAfter(now) ? days - 1 : days;
  }

  boolean wants(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  boolean moves() {
    return shiftDays != 0;
  }

  /** The instant by the store's clock, moved. */
  OffsetDateTime moved(Instant at) {
    return at.atZone(zone).plusDays(shiftDays).toOffsetDateTime();
  }
}
