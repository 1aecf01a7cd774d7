package io.aftercare.followup.offer;

import io.aftercare.contracts.CareOfferEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of offers, on the topic of customers; by itself, so that neither waits for the other. */
@ApplicationScoped
class OfferConsumer {

  private static final Set<String> OF_OFFERS =
      Set.of(EventTypes.CARE_OFFER_MADE, EventTypes.CARE_OFFER_CHANGED);

  private final Inbox inbox;
  private final FollowOffers followOffers;

  OfferConsumer(Inbox inbox, FollowOffers followOffers) {
    this.inbox = inbox;
    this.followOffers = followOffers;
  }

  @Incoming("offers")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("follow-up-offers", records, this::apply);
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    return followOffers.follow(
        transaction,
        events.stream()
            .filter(event -> OF_OFFERS.contains(event.type()))
            .map(OfferConsumer::offer)
            .toList());
  }

  private static Offer offer(Received event) {
    CareOfferEvent told = event.as(CareOfferEvent.class);
    return new Offer(
        event.key(),
        told.state(),
        told.kind(),
        told.customerId(),
        told.storeId(),
        told.messageKey(),
        told.onDate(),
        told.channel(),
        told.expiresOn(),
        event.traceparent());
  }
}
