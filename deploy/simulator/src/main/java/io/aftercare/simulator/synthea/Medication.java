package io.aftercare.simulator.synthea;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the data: a medicine that a patient took from a start on, and that was dispensed so
 * many times till its stop.
 *
 * @param stop null while still taken
 * @param reason code of the condition; empty where none is given
 * @param cost price of one dispensing
 * @param dispenses how often it was dispensed
 */
record Medication(
    long line,
    UUID patient,
    String encounter,
    String code,
    String description,
    Instant start,
    @Nullable Instant stop,
    String reason,
    BigDecimal cost,
    int dispenses) {

  static final List<String> COLUMNS =
      List.of(
          "START",
          "STOP",
          "PATIENT",
          "ENCOUNTER",
          "CODE",
          "DESCRIPTION",
          "BASE_COST",
          "DISPENSES",
          "REASONCODE");

  /** A dispensing every day for more than two centuries is no dispensing. */
  private static final int MOST_DISPENSES = 100_000;

  /**
   * Longer than this between two dispensings, and the medicine is taken when needed rather than all
   * the time.
   */
  private static final int LONGEST_SUPPLY = 180;

  static Medication of(Row row) throws Row.Misfit {
    Instant start = row.instant("START");
    Instant stop = row.text("STOP").isEmpty() ? null : row.instant("STOP");
    if (stop != null && stop.isBefore(start)) {
      throw new Row.Misfit("STOP", "is before START: " + stop);
    }
    return new Medication(
        row.line(),
        row.uuid("PATIENT"),
        row.required("ENCOUNTER"),
        row.required("CODE"),
        row.required("DESCRIPTION"),
        start,
        stop,
        row.text("REASONCODE"),
        row.amount("BASE_COST"),
        row.count("DISPENSES", MOST_DISPENSES));
  }

  /** The last instant that the row tells of. */
  Instant latest() {
    return stop == null ? start : stop;
  }

  /**
   * When the k-th dispensing was, from 0: they are spread evenly over the time it was taken.
   *
   * @param dataEnd where the data ends, which is where a medicine still taken is cut off
   */
  Instant dispensedAt(int k, Instant dataEnd) {
    return start.plusSeconds(taken(dataEnd).toSeconds() * k / dispenses);
  }

  /** Days from one dispensing to the next; null where they say nothing about the supply. */
  @Nullable Integer daysSupply(Instant dataEnd) {
    long days =
        Math.round(
            (double) taken(dataEnd).toSeconds()
                / dispenses
                / ChronoUnit.DAYS.getDuration().toSeconds());
    return days < 1 || days > LONGEST_SUPPLY ? null : (int) days;
  }

  private Duration taken(Instant dataEnd) {
    return Duration.between(start, stop == null ? dataEnd : stop);
  }

  /**
   * The till's number for the k-th dispensing: the same for ever, whatever file it is read from.
   *
   * @param shiftedDays by how many days it is moved; a moved sale is another sale
   */
  String clientSaleId(int k, long shiftedDays) {
    String stopped = stop == null ? "" : stop.toString();
    String all =
        String.join(
            "|",
            patient.toString(),
            encounter,
            code,
            start.toString(),
            stopped,
            reason,
            Integer.toString(k),
            shiftedDays == 0 ? "" : Long.toString(shiftedDays));
    byte[] hash = sha256().digest(all.getBytes(StandardCharsets.UTF_8));
    return "syn-" + HexFormat.of().formatHex(hash, 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
