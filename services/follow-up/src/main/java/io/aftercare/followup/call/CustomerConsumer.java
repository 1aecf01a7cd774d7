package io.aftercare.followup.call;

import io.aftercare.contracts.CustomerEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.window.Preference;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears of customers: each event carries all that may be known of one. */
@ApplicationScoped
class CustomerConsumer {

  /** The topic tells of offers to customers too. */
  private static final Set<String> OF_CUSTOMERS =
      Set.of(
          EventTypes.CUSTOMER_REGISTERED, EventTypes.CUSTOMER_CHANGED, EventTypes.CONSENT_CHANGED);

  private static final Set<String> NO = Set.of("declined", "withdrawn");

  private final Inbox inbox;
  private final FollowCustomers followCustomers;

  CustomerConsumer(Inbox inbox, FollowCustomers followCustomers) {
    this.inbox = inbox;
    this.followCustomers = followCustomers;
  }

  @Incoming("customers")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("follow-up", records, this::apply);
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    return followCustomers.follow(
        transaction,
        events.stream()
            .filter(event -> OF_CUSTOMERS.contains(event.type()))
            .map(event -> new FollowCustomers.Told(customer(event), event.traceparent()))
            .toList());
  }

  private static KnownCustomer customer(Received event) {
    CustomerEvent told = event.as(CustomerEvent.class);
    CustomerEvent.Window window = told.window();
    return new KnownCustomer(
        event.key(),
        event.version(),
        told.mergedInto(),
        told.birthMonth() == null ? null : YearMonth.parse(told.birthMonth()),
        ZoneId.of(told.zone()),
        window == null ? null : new Preference(window.from(), window.to()),
        blocked(told),
        told.segments() == null ? Set.of() : Set.copyOf(told.segments()),
        told.languages().stream().findFirst().map(CustomerConsumer::primary).orElse(null),
        told.preferredChannel());
  }

  /** {@code zh} of {@code zh-Hans-CN}. */
  private static String primary(String tag) {
    return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static @Nullable String blocked(CustomerEvent told) {
    if (told.status().equals("deceased") || told.status().equals("erased")) {
      return told.status();
    }
    if (Boolean.TRUE.equals(told.restricted())) {
      return "restricted";
    }
    if (told.doNotCall()) {
      return "do-not-call";
    }
    boolean refused =
        told.consents().stream()
            .anyMatch(
                consent ->
                    consent.purpose().equals("care-calls")
                        && consent.channel().equals("call")
                        && NO.contains(consent.state()));
    return refused ? "consent-withdrawn" : null;
  }
}
