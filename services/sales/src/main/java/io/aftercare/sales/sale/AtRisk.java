package io.aftercare.sales.sale;

import io.aftercare.sales.habit.Habits;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The marks that make a sale deserve a wellbeing call, as far as the sale itself shows them. */
final class AtRisk {

  /** Late evening by the store's clock: from 20:00, to 04:59. */
  private static final LocalTime EVENING = LocalTime.of(20, 0);

  private static final LocalTime MORNING = LocalTime.of(5, 0);

  private AtRisk() {}

  static boolean lateEvening(OffsetDateTime occurredAt, ZoneId storeZone) {
    LocalTime onTheWall = occurredAt.atZoneSameInstant(storeZone).toLocalTime();
    return !onTheWall.isBefore(EVENING) || onTheWall.isBefore(MORNING);
  }

  /**
   * Whether a dose was likely missed: people at the counter said so, or a medicine taken for long
   * was bought again late in the evening or after the last supply had ended.
   */
  static boolean missedDose(NewSale sale, Habits habits, boolean lateEvening) {
    return sale.flags() != null && sale.flags().contains(NewSale.Flag.MISSED_DOSE_RISK)
        || habits.overdue()
        || habits.repeats() && lateEvening;
  }
}
