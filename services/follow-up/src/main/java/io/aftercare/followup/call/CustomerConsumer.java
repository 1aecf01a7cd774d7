package io.aftercare.followup.call;

import io.aftercare.contracts.CustomerEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.number.NumberRequests;
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
  private final NumberRequests numberRequests;

  CustomerConsumer(Inbox inbox, FollowCustomers followCustomers, NumberRequests numberRequests) {
    this.inbox = inbox;
    this.followCustomers = followCustomers;
    this.numberRequests = numberRequests;
  }

  @Incoming("customers")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("follow-up", records, this::apply);
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    List<Received> told =
        events.stream().filter(event -> OF_CUSTOMERS.contains(event.type())).toList();
    return followCustomers
        .follow(
            transaction,
            told.stream()
                .map(event -> new FollowCustomers.Told(customer(event), event.traceparent()))
                .toList())
        .chain(
            () ->
                numberRequests.settle(
                    transaction, told.stream().map(CustomerConsumer::reachable).toList()));
  }

  private static NumberRequests.Reachable reachable(Received event) {
    CustomerEvent told = event.as(CustomerEvent.class);
    boolean own = told.numbers() != null && told.numbers() > 0;
    boolean gone = told.mergedInto() == null && blocked(told) != null;
    return new NumberRequests.Reachable(event.key(), own, told.caregiver(), gone, event.time());
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
