package io.aftercare.sales.recall;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.RecallEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells the house of the sales that a recall concerns. */
final class RecallEvents {

  private RecallEvents() {}

  /**
   * One sale of one recall, under a key of its own for life: the sale's own events and versions are
   * its own affair.
   *
   * @param traceparent the trace of the request that recalled
   */
  static Event of(
      Recall recall, RecalledSales.Told sale, Instant now, @Nullable String traceparent) {
    RecallEvent data =
        new RecallEvent(
            sale.id(),
            1,
            recall.id(),
            sale.saleId(),
            sale.customerId(),
            sale.storeId(),
            sale.zone(),
            sale.country(),
            sale.region(),
            sale.soldAt(),
            recall.system(),
            recall.code(),
            recall.productName(),
            recall.batch(),
            sale.lines(),
            sale.quantity(),
            recall.recalledAt());
    return new Event(
        Topics.SALES, EventTypes.PRODUCT_RECALLED, sale.id(), 1, now, data, traceparent);
  }
}
