package io.aftercare.sales.customer;

import io.aftercare.contracts.CustomerEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears of customers, and of them only that two were found to be one, or two after all. */
@ApplicationScoped
class CustomerConsumer {

  private static final Logger LOG = Logger.getLogger(CustomerConsumer.class);

  /** The topic tells of offers to customers too. */
  private static final Set<String> OF_CUSTOMERS =
      Set.of(
          EventTypes.CUSTOMER_REGISTERED, EventTypes.CUSTOMER_CHANGED, EventTypes.CONSENT_CHANGED);

  private final Inbox inbox;
  private final FollowMerge followMerge;
  private final MergedCustomers merged;

  CustomerConsumer(Inbox inbox, FollowMerge followMerge, MergedCustomers merged) {
    this.inbox = inbox;
    this.followMerge = followMerge;
    this.merged = merged;
  }

  @Incoming("customers")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("sales", records, this::apply).chain(this::refresh);
  }

  /** The schedule looks again soon: what was consumed is not given back for a failed look. */
  private Uni<Void> refresh() {
    return merged
        .refresh()
        .onFailure()
        .invoke(
            failure -> LOG.warn("Merged customers could not be read; tried again soon", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    Uni<Void> all = Uni.createFrom().voidItem();
    List<UUID> ofTheirOwn = new ArrayList<>();
    for (Received event : events) {
      if (!OF_CUSTOMERS.contains(event.type())) {
        continue;
      }
      UUID into = event.as(CustomerEvent.class).mergedInto();
      if (into == null) {
        ofTheirOwn.add(event.key());
      } else {
        all = all.chain(() -> followMerge.follow(transaction, event.key(), into));
      }
    }
    return all.chain(() -> followMerge.separate(transaction, ofTheirOwn));
  }
}
