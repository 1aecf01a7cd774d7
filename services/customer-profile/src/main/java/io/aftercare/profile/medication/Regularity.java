package io.aftercare.profile.medication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody came back: a regular is who bought again within 90 days of the first purchase.
 * Several purchases of one day are one visit.
 *
 * @param visits days on which something was bought and not voided
 * @param firstOn absent when nothing was bought
 * @param secondOn absent until they came back
 * @param lastOn absent when nothing was bought
 * @param within30 the second visit came within 30 days of the first
 * @param regular it came within 90 days
 */
public record Regularity(
    int visits,
    @Nullable LocalDate firstOn,
    @Nullable LocalDate secondOn,
    @Nullable LocalDate lastOn,
    boolean within30,
    boolean regular) {

  private static final int SOON = 30;
  private static final int REGULAR = 90;

  /**
   * @param days on which was bought, in any order
   */
  public static Regularity of(List<LocalDate> days) {
    List<LocalDate> visits = days.stream().distinct().sorted().toList();
    if (visits.isEmpty()) {
      return new Regularity(0, null, null, null, false, false);
    }
    LocalDate first = visits.getFirst();
    @Nullable LocalDate second = visits.size() == 1 ? null : visits.get(1);
    long gap = second == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(first, second);
    return new Regularity(
        visits.size(), first, second, visits.getLast(), gap <= SOON, gap <= REGULAR);
  }
}
