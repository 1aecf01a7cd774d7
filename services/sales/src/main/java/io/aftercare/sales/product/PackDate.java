package io.aftercare.sales.product;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as packs carry it: six digits, YYMMDD. Day 00 is the end of the month; the century is the
 * one that brings the year nearest to this one, from 49 years back to 50 years ahead.
 */
record PackDate(int yearOfCentury, int month, int day) {

  private static final int BACK = 49;
  private static final int AHEAD = 50;

  /**
   * @param yymmdd six digits
   */
  static PackDate of(String yymmdd) {
    return new PackDate(
        Integer.parseInt(yymmdd.substring(0, 2)),
        Integer.parseInt(yymmdd.substring(2, 4)),
        Integer.parseInt(yymmdd.substring(4, 6)));
  }

  /** What is wrong with it; null when it is sound. */
  @Nullable String flaw(int thisYear) {
    if (month < 1 || month > 12) {
      return "has no month %02d".formatted(month);
    }
    return date(thisYear).isEmpty() ? "has no day %02d".formatted(day) : null;
  }

  /** The day; empty when its month has none such. */
  Optional<LocalDate> date(int thisYear) {
    YearMonth of = YearMonth.of(year(thisYear), month);
    if (day == 0) {
      return Optional.of(of.atEndOfMonth());
    }
    return of.isValidDay(day) ? Optional.of(of.atDay(day)) : Optional.empty();
  }

  private int year(int thisYear) {
    int year = thisYear - thisYear % 100 + yearOfCentury;
    int ahead = year - thisYear;
    return ahead > AHEAD ? year - 100 : ahead < -BACK ? year + 100 : year;
  }
}
