package io.aftercare.followup.window;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates and times as an agent reads them: {@code Sat 23:50}, {@code Mon 5 Jan}. */
final class Words {

  private static final String[] DAYS = new String[8];
  private static final String[] SHORT_DAYS = new String[8];
  private static final String[] MONTHS = new String[13];

  static {
    for (DayOfWeek day : DayOfWeek.values()) {
      DAYS[day.getValue()] = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      SHORT_DAYS[day.getValue()] = day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
    for (Month month : Month.values()) {
      MONTHS[month.getValue()] = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
  }

  private Words() {}

  static String day(DayOfWeek day) {
    return DAYS[day.getValue()];
  }

  static String shortDay(LocalDate date) {
    return SHORT_DAYS[date.getDayOfWeek().getValue()];
  }

  static String date(LocalDate date) {
    return shortDay(date) + ' ' + date.getDayOfMonth() + ' ' + MONTHS[date.getMonthValue()];
  }

  /** Hours and minutes; seconds never matter to a reader. */
  static String time(LocalTime time) {
    int hour = time.getHour();
    int minute = time.getMinute();
    return new StringBuilder(5)
        .append((char) ('0' + hour / 10))
        .append((char) ('0' + hour % 10))
        .append(':')
        .append((char) ('0' + minute / 10))
        .append((char) ('0' + minute % 10))
        .toString();
  }
}
