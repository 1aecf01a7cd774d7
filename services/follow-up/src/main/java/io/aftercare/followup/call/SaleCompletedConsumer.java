package io.aftercare.followup.call;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.RecallEvent;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.ServiceRequestEvent;
import io.aftercare.followup.agent.StoreRegions;
import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.known.KnownSales;
import io.aftercare.followup.request.AnnounceRequests;
import io.aftercare.followup.request.ServiceRequest;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Hears of sales: completed, returned and voided alike, because each event carries the whole sale.
 * Of recalls of what they hold, and of services that were promised with them.
 */
@ApplicationScoped
class SaleCompletedConsumer {

  /** The topic tells of other things too. */
  private static final Set<String> OF_SALES =
      Set.of(EventTypes.SALE_COMPLETED, EventTypes.SALE_RETURNED, EventTypes.SALE_VOIDED);

  private static final Set<String> OF_REQUESTS =
      Set.of(EventTypes.SERVICE_REQUEST_OPENED, EventTypes.SERVICE_REQUEST_CHANGED);

  private final Inbox inbox;
  private final ScheduleCalls scheduleCalls;
  private final ScheduleAfterEvents scheduleAfterEvents;
  private final StoreRegions storeRegions;
  private final AnnounceRequests announceRequests;

  SaleCompletedConsumer(
      Inbox inbox,
      ScheduleCalls scheduleCalls,
      ScheduleAfterEvents scheduleAfterEvents,
      StoreRegions storeRegions,
      AnnounceRequests announceRequests) {
    this.inbox = inbox;
    this.scheduleCalls = scheduleCalls;
    this.scheduleAfterEvents = scheduleAfterEvents;
    this.storeRegions = storeRegions;
    this.announceRequests = announceRequests;
  }

  @Incoming("sales")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("follow-up", records, this::apply);
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    List<Sold> sold =
        events.stream()
            .filter(event -> OF_SALES.contains(event.type()))
            .map(event -> new Sold(event, event.as(SaleEvent.class)))
            .toList();
    List<ScheduleAfterEvents.Told> recalls =
        events.stream()
            .filter(event -> event.type().equals(EventTypes.PRODUCT_RECALLED))
            .map(SaleCompletedConsumer::recalled)
            .filter(Objects::nonNull)
            .toList();
    List<ServiceRequest> requests =
        events.stream()
            .filter(event -> OF_REQUESTS.contains(event.type()))
            .map(SaleCompletedConsumer::requested)
            .filter(Objects::nonNull)
            .toList();
    return scheduleCalls
        .schedule(transaction, sold.stream().map(SaleCompletedConsumer::told).toList())
        .chain(() -> scheduleAfterEvents.schedule(transaction, recalls))
        .chain(() -> announceRequests.announce(transaction, requests))
        .chain(
            () ->
                storeRegions.remember(
                    transaction, sold.stream().map(SaleCompletedConsumer::region).toList()));
  }

  /** What was read of a sale, with the event that told it. */
  private record Sold(Received event, SaleEvent sale) {}

  private static ScheduleCalls.Told told(Sold sold) {
    return new ScheduleCalls.Told(known(sold.event(), sold.sale()), sold.event().traceparent());
  }

  private static StoreRegions.Told region(Sold sold) {
    SaleEvent sale = sold.sale();
    return new StoreRegions.Told(sale.storeId(), sale.storeCallingRegion(), sale.receivedAt());
  }

  /** Absent where nobody was named: then nobody can be told. */
  private static @Nullable ServiceRequest requested(Received event) {
    ServiceRequestEvent told = event.as(ServiceRequestEvent.class);
    return told.customerId() == null
        ? null
        : new ServiceRequest(
            event.key(),
            event.version(),
            told.state(),
            told.kind(),
            told.storeId(),
            told.customerId(),
            told.promisedAt(),
            event.traceparent());
  }

  /** Absent for an anonymous sale: nobody can be called. */
  private static ScheduleAfterEvents.@Nullable Told recalled(Received event) {
    RecallEvent told = event.as(RecallEvent.class);
    if (told.customerId() == null) {
      return null;
    }
    KnownEvent recall =
        new KnownEvent(
            event.key(),
            KnownEvent.PRODUCT_RECALLED,
            told.saleId(),
            told.recalledAt(),
            told.lines());
    var outline = new KnownSales.Owned(outline(told), told.customerId());
    return new ScheduleAfterEvents.Told(recall, outline, event.traceparent());
  }

  /** As much of the sale as its recall tells. */
  private static KnownSale outline(RecallEvent told) {
    ZoneId zone = ZoneId.of(told.storeZone());
    String name = name(told.productName(), told.system(), told.code());
    return new KnownSale(
        told.saleId(),
        0,
        false,
        told.storeId(),
        zone,
        told.storeCountry(),
        told.storeRegion(),
        told.soldAt().atZone(zone).toOffsetDateTime(),
        told.customerId(),
        false,
        false,
        false,
        false,
        told.lines().stream().map(number -> outline(number, name, told)).toList());
  }

  private static KnownSale.Line outline(int number, String name, RecallEvent told) {
    return new KnownSale.Line(
        number,
        name,
        null,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null,
        told.system(),
        told.code());
  }

  private static KnownSale known(Received event, SaleEvent told) {
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
