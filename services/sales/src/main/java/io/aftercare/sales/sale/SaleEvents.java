package io.aftercare.sales.sale;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells the house what became of a sale. */
final class SaleEvents {

  private SaleEvents() {}

  /**
   * The sale as it stands, under the type of its last change.
   *
   * @param traceparent the trace of the request that changed it
   */
  static Event of(Sale sale, Instant time, @Nullable String traceparent) {
    String type =
        switch (sale.status()) {
          case COMPLETED -> EventTypes.SALE_COMPLETED;
          case RETURNED -> EventTypes.SALE_RETURNED;
          case VOIDED -> EventTypes.SALE_VOIDED;
        };
    return new Event(Topics.SALES, type, sale.id(), sale.version(), time, data(sale), traceparent);
  }

  /**
   * As its last event told it. When that happened is not kept: it bears the time it was taken in.
   */
  static Event again(Sale sale) {
    return of(sale, sale.receivedAt(), null);
  }

  private static SaleEvent data(Sale sale) {
    NewSale posted = sale.posted();
    return new SaleEvent(
        sale.id(),
        sale.version(),
        sale.status().wire(),
        sale.store().id(),
        sale.store().zone().getId(),
        sale.store().country(),
        sale.store().region(),
        sale.store().callingRegion(),
        posted.occurredAt(),
        sale.receivedAt(),
        posted.customerId(),
        posted.buyer().wire(),
        sale.firstPurchase(),
        sale.lateEvening(),
        sale.missedDoseRisk(),
        posted.leftWarningOpen(),
        IntStream.rangeClosed(1, posted.lines().size()).mapToObj(n -> line(sale, n)).toList(),
        sale.totalLeft(),
        posted.currency());
  }

  private static SaleEvent.Line line(Sale sale, int number) {
    NewSale.Line posted = sale.posted().lines().get(number - 1);
    Sale.Line known = sale.lines().get(number - 1);
    return new SaleEvent.Line(
        number,
        posted.product().system(),
        posted.product().code(),
        known.catalogueName(),
        known.atc(),
        known.form(),
        known.highAlert(),
        known.specialForm(),
        known.longTerm(),
        posted.prescription(),
        known.brandSwitch(),
        known.firstOfClass(),
        posted.quantity(),
        sale.returnedOf(number),
        known.daysSupply());
  }
}
