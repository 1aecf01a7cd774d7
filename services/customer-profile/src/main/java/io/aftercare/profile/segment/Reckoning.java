package io.aftercare.profile.segment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.aftercare.profile.medication.Coverage;
import io.aftercare.profile.medication.Regularity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one customer, before it is reckoned together.
 *
 * @param visits purchases that were not voided, oldest first
 * @param taken lines that were kept
 */
record Reckoning(Somebody somebody, List<Visit> visits, List<Taken> taken) {

  private static final int YEAR = 365;

  /** Adherence is judged over half a year. */
  private static final int PERIOD = 180;

  /** The customer, as far as it is not sealed. */
  record Somebody(
      UUID id,
      boolean active,
      @Nullable UUID mergedInto,
      @Nullable LocalDate birthMonth,
      @Nullable String storeId,
      String languages,
      String consents,
      @Nullable List<String> segments) {}

  record Visit(
      LocalDate on, String storeId, @Nullable BigDecimal total, @Nullable String currency) {}

  /**
   * @param medicine the same for all brands of a medicine
   * @param days that it lasts; absent where unknown
   */
  record Taken(
      LocalDate on,
      String medicine,
      @Nullable String atc,
      boolean longTerm,
      @Nullable Integer days) {}

  Facts facts(LocalDate today) {
    Regularity regularity = Regularity.of(visits.stream().map(Visit::on).toList());
    @Nullable String currency = currency();
    return new Facts(
        somebody.id(),
        somebody.active(),
        somebody.mergedInto(),
        somebody.birthMonth(),
        visits.isEmpty() ? somebody.storeId() : visits.getLast().storeId(),
        somebody.languages(),
        somebody.consents(),
        regularity.visits(),
        (int) visits.stream().map(Visit::on).filter(on -> inYear(on, today)).distinct().count(),
        regularity.lastOn(),
        returnDays(regularity),
        spend(currency, today),
        currency,
        pdc(today),
        taken.stream()
            .filter(Taken::longTerm)
            .map(Taken::on)
            .max(LocalDate::compareTo)
            .orElse(null),
        medicines(),
        dueOn(today));
  }

  private static boolean inYear(LocalDate on, LocalDate today) {
    return on.isAfter(today.minusDays(YEAR));
  }

  private static @Nullable Integer returnDays(Regularity regularity) {
    return regularity.firstOn() == null || regularity.secondOn() == null
        ? null
        : (int) ChronoUnit.DAYS.between(regularity.firstOn(), regularity.secondOn());
  }

  private @Nullable String currency() {
    return visits.stream()
        .map(Visit::currency)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private BigDecimal spend(@Nullable String currency, LocalDate today) {
    return visits.stream()
        .filter(visit -> inYear(visit.on(), today) && Objects.equals(visit.currency(), currency))
        .map(Visit::total)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private @Nullable Integer pdc(LocalDate today) {
    long covered = 0;
    long period = 0;
    for (List<Coverage.Supply> supplies : supplies().values()) {
      Coverage coverage = Coverage.of(supplies, today.minusDays(PERIOD - 1L), today);
      if (coverage != null) {
        covered += coverage.daysCovered();
        period += coverage.daysInPeriod();
      }
    }
    return Coverage.pdc(covered, period);
  }

  private SortedMap<String, List<Coverage.Supply>> supplies() {
    return taken.stream()
        .filter(each -> each.longTerm() && each.days() != null)
        .collect(
            groupingBy(
                Taken::medicine,
                TreeMap::new,
                mapping(
                    each -> new Coverage.Supply(each.on(), Objects.requireNonNull(each.days())),
                    toList())));
  }

  private SortedMap<String, LocalDate> medicines() {
    SortedMap<String, LocalDate> last = new TreeMap<>();
    taken.forEach(
        each -> {
          if (each.atc() != null) {
            last.merge(each.atc(), each.on(), (a, b) -> a.isAfter(b) ? a : b);
          }
        });
    return last;
  }

  /** Who has bought something is reckoned daily; who has not grows older by the month. */
  private @Nullable LocalDate dueOn(LocalDate today) {
    if (!somebody.active()) {
      return null;
    }
    if (!visits.isEmpty()) {
      return today.plusDays(1);
    }
    return somebody.birthMonth() == null ? null : today.withDayOfMonth(1).plusMonths(1);
  }
}
