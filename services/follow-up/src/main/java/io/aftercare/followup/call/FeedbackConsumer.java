package io.aftercare.followup.call;

import io.aftercare.contracts.ComplaintEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.followup.known.KnownEvent;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of complaints that were resolved: whether that is so is asked of the customer. */
@ApplicationScoped
class FeedbackConsumer {

  private final Inbox inbox;
  private final ScheduleAfterEvents scheduleAfterEvents;

  FeedbackConsumer(Inbox inbox, ScheduleAfterEvents scheduleAfterEvents) {
    this.inbox = inbox;
    this.scheduleAfterEvents = scheduleAfterEvents;
  }

  @Incoming("feedback")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("follow-up", records, this::apply);
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    return scheduleAfterEvents.schedule(
        transaction,
        events.stream()
            .filter(event -> event.type().equals(EventTypes.COMPLAINT_RESOLVED))
            .map(event -> new ScheduleAfterEvents.Told(resolved(event), null, event.traceparent()))
            .toList());
  }

  private static KnownEvent resolved(Received event) {
    ComplaintEvent told = event.as(ComplaintEvent.class);
    Instant at = told.resolvedAt() == null ? event.time() : told.resolvedAt();
    return new KnownEvent(event.key(), KnownEvent.COMPLAINT_RESOLVED, told.saleId(), at, List.of());
  }
}
