package io.aftercare.profile.medication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the supplies of one medicine cover a customer's days. It is the proportion of days covered as
 * the Pharmacy Quality Alliance defines it: days covered divided by days in the period, each day
 * counted once; what is fetched early begins when the supply before it ends.
 *
 * @param daysCovered days of the period with supply in hand
 * @param daysInPeriod days of the period from the first supply on, its last day included; 0 when
 *     the first supply came after it
 * @param runsOutOn first day without supply
 * @param earlyRefills fetched while there was supply for that day
 * @param lateRefills fetched after at least one day without supply
 */
public record Coverage(
    int daysCovered, int daysInPeriod, LocalDate runsOutOn, int earlyRefills, int lateRefills) {

  /** From this percentage on, somebody takes a medicine as agreed. */
  public static final int ADHERENT_FROM = 80;

  /**
   * A supply of the medicine.
   *
   * @param days how long it lasts
   */
  public record Supply(LocalDate on, int days) {}

  /**
   * @param supplies in any order
   * @param from first day of the period
   * @param to last day of the period
   * @return absent when nothing was supplied
   */
  public static @Nullable Coverage of(Collection<Supply> supplies, LocalDate from, LocalDate to) {
    // What is fetched on one day is one refill.
    TreeMap<LocalDate, Integer> byDay = new TreeMap<>();
    for (Supply supply : supplies) {
      if (supply.days() > 0) {
        byDay.merge(supply.on(), supply.days(), Integer::sum);
      }
    }
    if (byDay.isEmpty()) {
      return null;
    }
    LocalDate first = later(from, byDay.firstKey());
    LocalDate end = to.plusDays(1);
    LocalDate lasts = byDay.firstKey();
    long covered = 0;
    int early = 0;
    int late = 0;
    for (Map.Entry<LocalDate, Integer> supply : byDay.entrySet()) {
      early += supply.getKey().isBefore(lasts) ? 1 : 0;
      late += supply.getKey().isAfter(lasts) ? 1 : 0;
      LocalDate begins = later(lasts, supply.getKey());
      lasts = begins.plusDays(supply.getValue());
      covered += days(later(begins, first), earlier(lasts, end));
    }
    return new Coverage((int) covered, (int) days(first, end), lasts, early, late);
  }

  /**
   * The percentage, rounded down so that nobody is called adherent who is not; absent without a
   * period.
   */
  public @Nullable Integer pdc() {
    return pdc(daysCovered, daysInPeriod);
  }

  /** As {@link #pdc()}, of any days. */
  public static @Nullable Integer pdc(long daysCovered, long daysInPeriod) {
    return daysInPeriod == 0 ? null : (int) (daysCovered * 100 / daysInPeriod);
  }

  private static long days(LocalDate from, LocalDate until) {
    return Math.max(0, ChronoUnit.DAYS.between(from, until));
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
