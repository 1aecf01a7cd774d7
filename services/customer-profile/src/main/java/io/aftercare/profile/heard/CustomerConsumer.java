package io.aftercare.profile.heard;

import io.aftercare.contracts.CustomerEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.segment.KeepSegments;
import io.aftercare.profile.timeline.RecordConsents;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what this service tells itself: whatever changed a customer, what follows from it follows
 * here.
 */
@ApplicationScoped
class CustomerConsumer {

  /** The topic tells of other things too. */
  private static final Set<String> OF_CUSTOMERS =
      Set.of(
          EventTypes.CUSTOMER_REGISTERED, EventTypes.CUSTOMER_CHANGED, EventTypes.CONSENT_CHANGED);

  private static final String ERASED = "erased";

  private final Inbox inbox;
  private final Scoped scoped;
  private final ForgetCustomers forgetCustomers;
  private final RecordConsents recordConsents;
  private final KeepSegments keepSegments;

  CustomerConsumer(
      Inbox inbox,
      Scoped scoped,
      ForgetCustomers forgetCustomers,
      RecordConsents recordConsents,
      KeepSegments keepSegments) {
    this.inbox = inbox;
    this.scoped = scoped;
    this.forgetCustomers = forgetCustomers;
    this.recordConsents = recordConsents;
    this.keepSegments = keepSegments;
  }

  @Incoming("customers")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("customer-profile", records, scoped.inHouse(this::apply));
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    List<CustomerEvent> told =
        events.stream()
            .filter(event -> OF_CUSTOMERS.contains(event.type()))
            .map(event -> event.as(CustomerEvent.class))
            .toList();
    List<UUID> all = told.stream().map(CustomerEvent::customerId).toList();
    List<UUID> erased =
        told.stream()
            .filter(customer -> customer.status().equals(ERASED))
            .map(CustomerEvent::customerId)
            .toList();
    return forgetCustomers
        .forget(transaction, erased)
        .chain(() -> recordConsents.record(transaction, all))
        .chain(() -> keepSegments.keep(transaction, all));
  }
}
