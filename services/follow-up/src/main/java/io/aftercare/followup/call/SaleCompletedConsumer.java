package io.aftercare.followup.call;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Hears of sales: completed, returned and voided alike, because each event carries the whole sale.
 */
@ApplicationScoped
class SaleCompletedConsumer {

  /** The topic tells of other things too. */
  private static final Set<String> OF_SALES =
      Set.of(EventTypes.SALE_COMPLETED, EventTypes.SALE_RETURNED, EventTypes.SALE_VOIDED);

  private final Inbox inbox;
  private final ScheduleCalls scheduleCalls;

  SaleCompletedConsumer(Inbox inbox, ScheduleCalls scheduleCalls) {
    this.inbox = inbox;
    this.scheduleCalls = scheduleCalls;
  }

  @Incoming("sales")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("follow-up", records, this::apply);
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    return scheduleCalls.schedule(
        transaction,
        events.stream()
            .filter(event -> OF_SALES.contains(event.type()))
            .map(event -> new ScheduleCalls.Told(sale(event), event.traceparent()))
            .toList());
  }

  private static KnownSale sale(Received event) {
    SaleEvent told = event.as(SaleEvent.class);
    return new KnownSale(
        event.key(),
        event.version(),
        told.status().equals("voided"),
        told.storeId(),
        ZoneId.of(told.storeZone()),
        told.storeCountry(),
        told.storeRegion(),
        told.occurredAt(),
        told.customerId(),
        told.buyer().equals("caregiver"),
        told.firstPurchase(),
        told.lateEvening(),
        told.missedDoseRisk(),
        told.lines().stream().map(SaleCompletedConsumer::line).toList());
  }

  private static KnownSale.Line line(SaleEvent.Line told) {
    return new KnownSale.Line(
        told.number(),
        name(told.productName(), told.system(), told.code()),
        told.atc(),
        told.highAlert(),
        told.specialForm(),
        told.longTerm(),
        told.prescription(),
        told.brandSwitch(),
        told.firstOfClass(),
        told.returnedQuantity() >= told.quantity(),
        told.daysSupply(),
        told.system(),
        told.code());
  }

  private static String name(@Nullable String catalogued, String system, String code) {
    return catalogued == null ? system + " " + code : catalogued;
  }
}
