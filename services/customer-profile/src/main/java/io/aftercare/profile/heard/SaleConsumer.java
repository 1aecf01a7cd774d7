package io.aftercare.profile.heard;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.aftercare.profile.medication.Purchase;
import io.aftercare.profile.medication.RecordPurchases;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.segment.KeepSegments;
import io.aftercare.profile.timeline.RecordEntries;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of sales; each event carries the whole sale. Anonymous ones are nobody's. */
@ApplicationScoped
class SaleConsumer {

  /** The topic tells of other things too. */
  private static final Set<String> OF_SALES =
      Set.of(EventTypes.SALE_COMPLETED, EventTypes.SALE_RETURNED, EventTypes.SALE_VOIDED);

  private static final String VOIDED = "voided";

  private final Inbox inbox;
  private final Scoped scoped;
  private final RecordPurchases recordPurchases;
  private final RecordEntries recordEntries;
  private final KeepSegments keepSegments;

  SaleConsumer(
      Inbox inbox,
      Scoped scoped,
      RecordPurchases recordPurchases,
      RecordEntries recordEntries,
      KeepSegments keepSegments) {
    this.inbox = inbox;
    this.scoped = scoped;
    this.recordPurchases = recordPurchases;
    this.recordEntries = recordEntries;
    this.keepSegments = keepSegments;
  }

  @Incoming("sales")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("customer-profile", records, scoped.inHouse(this::apply));
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    List<SaleEvent> sales =
        events.stream()
            .filter(event -> OF_SALES.contains(event.type()))
            .map(event -> event.as(SaleEvent.class))
            .filter(sale -> sale.customerId() != null)
            .toList();
    return recordPurchases
        .record(transaction, sales.stream().map(SaleConsumer::purchase).toList())
        .chain(
            () ->
                recordEntries.record(transaction, sales.stream().map(EntryEvents::ofSale).toList()))
        .chain(
            () ->
                keepSegments.keep(
                    transaction, sales.stream().map(SaleConsumer::customer).toList()));
  }

  private static UUID customer(SaleEvent told) {
    return Objects.requireNonNull(told.customerId());
  }

  private static Purchase purchase(SaleEvent told) {
    return new Purchase(
        told.saleId(),
        customer(told),
        told.storeId(),
        told.occurredAt().toInstant(),
        told.occurredAt().atZoneSameInstant(ZoneId.of(told.storeZone())).toLocalDate(),
        told.status().equals(VOIDED),
        told.total(),
        told.total() == null ? null : told.currency(),
        told.lines().stream().map(SaleConsumer::line).toList());
  }

  private static Purchase.Line line(SaleEvent.Line told) {
    return new Purchase.Line(
        told.number(),
        told.system(),
        told.code(),
        told.productName(),
        told.atc(),
        told.form(),
        told.longTerm(),
        told.quantity(),
        told.returnedQuantity(),
        told.daysSupply());
  }
}
