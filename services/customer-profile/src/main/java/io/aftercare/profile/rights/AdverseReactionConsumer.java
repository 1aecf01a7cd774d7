package io.aftercare.profile.rights;

import io.aftercare.contracts.AdverseReactionEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of suspected adverse reactions among what follow-up tells. */
@ApplicationScoped
class AdverseReactionConsumer {

  private final Inbox inbox;
  private final Scoped scoped;
  private final LegalHolds holds;

  AdverseReactionConsumer(Inbox inbox, Scoped scoped, LegalHolds holds) {
    this.inbox = inbox;
    this.scoped = scoped;
    this.holds = holds;
  }

  @Incoming("adverse-reactions")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("legal-hold", records, scoped.inHouse(this::apply));
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    return Multi.createFrom()
        .iterable(events)
        .filter(event -> event.type().equals(EventTypes.ADVERSE_REACTION_SUSPECTED))
        .map(AdverseReactionConsumer::hold)
        .onItem()
        .transformToUniAndConcatenate(hold -> holds.put(transaction, hold))
        .toUni()
        .replaceWithVoid();
  }

  private static Hold hold(Received event) {
    AdverseReactionEvent told = event.as(AdverseReactionEvent.class);
    return new Hold(
        told.reactionId(),
        told.customerId(),
        told.recordedAt(),
        told.state().equals("withdrawn") ? event.time() : null);
  }
}
