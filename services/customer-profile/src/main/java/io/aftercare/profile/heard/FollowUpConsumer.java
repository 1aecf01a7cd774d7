package io.aftercare.profile.heard;

import static io.aftercare.contracts.EventTypes.FOLLOW_UP_ATTEMPTED;
import static io.aftercare.contracts.EventTypes.FOLLOW_UP_CANCELLED;
import static io.aftercare.contracts.EventTypes.FOLLOW_UP_COMPLETED;
import static io.aftercare.contracts.EventTypes.FOLLOW_UP_SCHEDULED;

import io.aftercare.contracts.FollowUpEvent;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.timeline.Entry;
import io.aftercare.profile.timeline.RecordEntries;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of calls: what is planned, and what they found. */
@ApplicationScoped
class FollowUpConsumer {

  /** Whatever else the topic may come to tell is no call. */
  private static final Set<String> OF_CALLS =
      Set.of(FOLLOW_UP_SCHEDULED, FOLLOW_UP_CANCELLED, FOLLOW_UP_ATTEMPTED, FOLLOW_UP_COMPLETED);

  private final Inbox inbox;
  private final Scoped scoped;
  private final RecordEntries recordEntries;

  FollowUpConsumer(Inbox inbox, Scoped scoped, RecordEntries recordEntries) {
    this.inbox = inbox;
    this.scoped = scoped;
    this.recordEntries = recordEntries;
  }

  @Incoming("follow-ups")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("customer-profile", records, scoped.inHouse(this::apply));
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    return recordEntries.record(
        transaction,
        events.stream()
            .filter(event -> OF_CALLS.contains(event.type()))
            .flatMap(FollowUpConsumer::entries)
            .toList());
  }

  private static Stream<Entry> entries(Received event) {
    return EntryEvents.ofCall(event.as(FollowUpEvent.class), event.time()).stream();
  }
}
