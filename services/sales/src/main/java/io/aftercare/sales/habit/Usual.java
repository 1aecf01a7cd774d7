package io.aftercare.sales.habit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer had last of a substance.
 *
 * @param day when it was dispensed, by that store's clock
 * @param lastsUntil the first day without supply; early refills move it on
 */
record Usual(String brand, LocalDate day, @Nullable LocalDate lastsUntil) {

  /** Whether this is another brand than the one before it. */
  boolean isLeftBy(Dispensing dispensing) {
    return !day.isAfter(dispensing.day()) && !brand.equals(dispensing.brand());
  }

  /** Whether the supply had ended before that day: a dose may have been missed. */
  boolean isOverdueOn(LocalDate date) {
    return lastsUntil != null && date.isAfter(lastsUntil);
  }

  /** What is usual after this dispensing; the database reckons the same in its own statement. */
  static Usual after(@Nullable Usual before, Dispensing dispensing) {
    if (before == null) {
      return new Usual(dispensing.brand(), dispensing.day(), dispensing.lastsUntil());
    }
    boolean isNewer = !before.day.isAfter(dispensing.day());
    return new Usual(
        isNewer ? dispensing.brand() : before.brand,
        isNewer ? dispensing.day() : before.day,
        before.extended(dispensing));
  }

  private @Nullable LocalDate extended(Dispensing dispensing) {
    if (dispensing.days() == null) {
      return lastsUntil;
    }
    LocalDate from =
        lastsUntil == null || lastsUntil.isBefore(dispensing.day()) ? dispensing.day() : lastsUntil;
    return from.plusDays(dispensing.days());
  }
}
