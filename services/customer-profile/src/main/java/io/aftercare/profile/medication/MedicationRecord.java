package io.aftercare.profile.medication;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer takes, as far as the chain sold it, and how well it covers their days.
 *
 * @param asOf the customer's date, last day of the period
 * @param from first day of the period; absent when each medicine is reckoned from its first supply
 *     on
 * @param overall of the medicines taken for long; absent where none has a known supply
 * @param medicines latest first
 */
public record MedicationRecord(
    UUID customerId,
    LocalDate asOf,
    @Nullable LocalDate from,
    Regularity purchases,
    @Nullable Adherence overall,
    List<Medicine> medicines) {

  /**
   * @param pdc days covered divided by days in the period, in percent
   * @param adherent at least 80
   */
  public record Adherence(int daysCovered, int daysInPeriod, int pdc, boolean adherent) {

    static @Nullable Adherence of(long covered, long period) {
      Integer pdc = Coverage.pdc(covered, period);
      return pdc == null
          ? null
          : new Adherence((int) covered, (int) period, pdc, pdc >= Coverage.ADHERENT_FROM);
    }
  }

  /**
   * One medicine, whatever its brands.
   *
   * @param name of the product bought last
   * @param atc absent where the catalogue knows none
   * @param packs all that were kept
   * @param everyDays days between two purchases, on average; absent before the second
   * @param runsOutOn first day without supply; absent where no supply is known
   * @param adherence absent where no supply is known
   */
  public record Medicine(
      String name,
      @Nullable String atc,
      @Nullable String form,
      boolean longTerm,
      int packs,
      int fills,
      LocalDate firstOn,
      LocalDate lastOn,
      @Nullable Integer everyDays,
      @Nullable LocalDate runsOutOn,
      int earlyRefills,
      int lateRefills,
      @Nullable Adherence adherence) {

    private static Medicine of(List<Dispensing> fills, LocalDate from, LocalDate to) {
      Dispensing last = fills.getLast();
      LocalDate firstOn = fills.getFirst().soldOn();
      List<LocalDate> days = fills.stream().map(Dispensing::soldOn).distinct().toList();
      Coverage coverage = Coverage.of(supplies(fills), from, to);
      return new Medicine(
          last.name(),
          last.atc(),
          last.form(),
          last.longTerm(),
          fills.stream().mapToInt(Dispensing::packs).sum(),
          days.size(),
          firstOn,
          last.soldOn(),
          days.size() == 1
              ? null
              : (int) (ChronoUnit.DAYS.between(firstOn, last.soldOn()) / (days.size() - 1)),
          coverage == null ? null : coverage.runsOutOn(),
          coverage == null ? 0 : coverage.earlyRefills(),
          coverage == null ? 0 : coverage.lateRefills(),
          coverage == null ? null : Adherence.of(coverage.daysCovered(), coverage.daysInPeriod()));
    }

    private static List<Coverage.Supply> supplies(List<Dispensing> fills) {
      return fills.stream()
          .filter(fill -> fill.days() != null)
          .map(fill -> new Coverage.Supply(fill.soldOn(), Objects.requireNonNull(fill.days())))
          .toList();
    }
  }

  /**
   * @param visits days of purchases
   * @param dispensings by day
   * @param period days of the period up to today; absent for all since the first supply
   */
  static MedicationRecord of(
      UUID customer,
      List<LocalDate> visits,
      List<Dispensing> dispensings,
      LocalDate today,
      @Nullable Integer period) {
    @Nullable LocalDate from = period == null ? null : today.minusDays(period - 1L);
    List<Medicine> medicines =
        dispensings.stream()
            .collect(groupingBy(Dispensing::medicine, TreeMap::new, toList()))
            .values()
            .stream()
            .map(fills -> Medicine.of(fills, from == null ? LocalDate.MIN : from, today))
            .sorted(Comparator.comparing(Medicine::lastOn).reversed())
            .toList();
    return new MedicationRecord(
        customer, today, from, Regularity.of(visits), overall(medicines), medicines);
  }

  /** A course that is meant to end is no measure of taking a medicine for long. */
  private static @Nullable Adherence overall(List<Medicine> medicines) {
    List<Adherence> longTerm =
        medicines.stream()
            .filter(Medicine::longTerm)
            .map(Medicine::adherence)
            .filter(Objects::nonNull)
            .toList();
    return Adherence.of(
        longTerm.stream().mapToLong(Adherence::daysCovered).sum(),
        longTerm.stream().mapToLong(Adherence::daysInPeriod).sum());
  }
}
