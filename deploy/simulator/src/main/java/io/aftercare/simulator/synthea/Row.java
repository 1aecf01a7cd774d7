package io.aftercare.simulator.synthea;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file, read column by column; what does not fit its column is thrown as {@link
 * Misfit}.
 */
record Row(long line, CSVRecord values, CsvFile file) {

  /** A value that does not fit. */
  static final class Misfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    Misfit(String field, String reason) {
      super(reason);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /** The column's text without spaces around it; empty where it holds none. */
  String text(String column) {
    return values.get(file.position(column)).strip();
  }

  String required(String column) throws Misfit {
    String text = text(column);
    if (text.isEmpty()) {
      throw new Misfit(column, "is missing");
    }
    return text;
  }

  UUID uuid(String column) throws Misfit {
    String text = required(column);
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Misfit(column, "is no UUID: " + text);
    }
  }

  Instant instant(String column) throws Misfit {
    String text = required(column);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Misfit(column, "is no time in UTC such as 2024-01-31T09:30:00Z: " + text);
    }
  }

  LocalDate date(String column) throws Misfit {
    String text = required(column);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Misfit(column, "is no date such as 2024-01-31: " + text);
    }
  }

  @Nullable LocalDate dateOrNone(String column) throws Misfit {
    return text(column).isEmpty() ? null : date(column);
  }

  int count(String column, int most) throws Misfit {
    String text = required(column);
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
      throw new Misfit(column, "is no whole number from 0 to " + most + ": " + text);
    }
    return Integer.parseInt(text);
  }

  BigDecimal amount(String column) throws Misfit {
    String text = required(column);
    if (!text.matches("\\d{1,8}(\\.\\d{1,12})?")) {
      throw new Misfit(column, "is no amount of money, 0 or more: " + text);
    }
    return new BigDecimal(text);
  }
}
