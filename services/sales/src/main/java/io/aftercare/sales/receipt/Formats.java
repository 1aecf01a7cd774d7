package io.aftercare.sales.receipt;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;

/** Numbers, money and times as a language writes them, by the store's clock. */
final class Formats {

  /** A unit price may be given so fine. */
  private static final int FINEST = 4;

  private final Language language;
  private final Locale locale;
  private final ZoneId zone;

  Formats(Language language, String country, ZoneId zone) {
    this.language = language;
    this.locale = language.in(country);
    this.zone = zone;
  }

  String number(int number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /**
   * @param code ISO 4217; one that nobody knows is shown as it is
   */
  String money(BigDecimal amount, String code) {
    int finest = Math.min(FINEST, amount.stripTrailingZeros().scale());
    try {
      Currency currency = Currency.getInstance(code);
      NumberFormat format = NumberFormat.getCurrencyInstance(locale);
      format.setCurrency(currency);
      int usual = Math.max(0, currency.getDefaultFractionDigits());
      format.setMinimumFractionDigits(usual);
      format.setMaximumFractionDigits(Math.max(usual, finest));
      return format.format(amount);
    } catch (IllegalArgumentException unknown) {
      NumberFormat format = NumberFormat.getInstance(locale);
      format.setMinimumFractionDigits(2);
      format.setMaximumFractionDigits(Math.max(2, finest));
      return format.format(amount) + " " + code;
    }
  }

  String time(Instant at) {
    return written(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), at);
  }

  String date(Instant at) {
    return written(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), at);
  }

  String date(LocalDate day) {
    return date(day.atTime(LocalTime.NOON).atZone(zone).toInstant());
  }

  String time(LocalTime time) {
    return plain(
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time));
  }

  String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  private String written(DateTimeFormatter format, Instant at) {
    DateTimeFormatter local = format.withLocale(locale).withZone(zone);
    // In Thailand it is the year 2569 on every calendar on the wall.
    return plain(
        (language == Language.TH ? local.withChronology(ThaiBuddhistChronology.INSTANCE) : local)
            .format(at));
  }

  /** Some locales set a narrow space before am and pm that few fonts have. */
  private static String plain(String text) {
    return text.replace('\u202f', '\u00a0');
  }
}
