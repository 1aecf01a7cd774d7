package io.aftercare.sales.sale;

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

  static boolean missedDose(NewSale sale) {
    return sale.flags() != null && sale.flags().contains(NewSale.Flag.MISSED_DOSE_RISK);
  }

  static boolean brandSwitch(NewSale sale) {
    return sale.lines().stream().anyMatch(line -> Boolean.TRUE.equals(line.brandSwitch()));
  }
}
