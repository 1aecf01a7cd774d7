package io.aftercare.followup.call;

import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.kit.outbox.Outbox;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.inject.spi.CDI;
import java.time.ZoneId;
import java.util.List;

/** Schedules without the inbox, as an instance does that does not yet know of the other's work. */
public final class Schedulers {

  private Schedulers() {}

  public static void schedule(List<SaleEvent> sales) {
    Outbox outbox = CDI.current().select(Outbox.class).get();
    ScheduleCalls scheduleCalls = CDI.current().select(ScheduleCalls.class).get();
    List<ScheduleCalls.Told> told =
        sales.stream().map(sale -> new ScheduleCalls.Told(known(sale), null)).toList();
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> outbox.inTransaction(transaction -> scheduleCalls.schedule(transaction, told)));
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static KnownSale known(SaleEvent told) {
    return new KnownSale(
        told.saleId(),
        told.version(),
        false,
        told.storeId(),
        ZoneId.of(told.storeZone()),
        told.storeCountry(),
        told.storeRegion(),
        told.occurredAt(),
        told.customerId(),
        false,
        told.firstPurchase(),
        told.lateEvening(),
        told.missedDoseRisk(),
        told.lines().stream().map(Schedulers::line).toList());
  }

  private static KnownSale.Line line(SaleEvent.Line told) {
    return new KnownSale.Line(
        told.number(),
        "Medicine",
        told.atc(),
        told.highAlert(),
        told.specialForm(),
        told.longTerm(),
        told.prescription(),
        told.brandSwitch(),
        told.firstOfClass(),
        false,
        told.daysSupply(),
        told.system(),
        told.code());
  }
}
