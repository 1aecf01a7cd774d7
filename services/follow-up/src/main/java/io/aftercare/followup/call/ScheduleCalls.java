package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.known.KnownSales;
import io.aftercare.followup.message.Occasion;
import io.aftercare.followup.message.PlanMessages;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.DeservedContacts;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.refill.Supplies;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Plans the calls that sales deserve: a batch of sales in a few statements, whatever its size. A
 * new sale only adds calls; one that changed has its calls brought in line.
 */
@ApplicationScoped
class ScheduleCalls {

  private static final Logger LOG = Logger.getLogger(ScheduleCalls.class);

  private final KnownCustomers customers;
  private final KnownSales sales;
  private final Calls calls;
  private final ReviseCalls reviseCalls;
  private final SupplyHistory history;
  private final NewCalls newCalls;
  private final PlanMessages planMessages;
  private final Programmes programmes;
  private final Outbox outbox;
  private final Clock clock;
  private final Counter anonymous;

  ScheduleCalls(
      KnownCustomers customers,
      KnownSales sales,
      Calls calls,
      ReviseCalls reviseCalls,
      SupplyHistory history,
      NewCalls newCalls,
      PlanMessages planMessages,
      Programmes programmes,
      Outbox outbox,
      Clock clock,
      MeterRegistry metrics) {
    this.customers = customers;
    this.sales = sales;
    this.calls = calls;
    this.reviseCalls = reviseCalls;
    this.history = history;
    this.newCalls = newCalls;
    this.planMessages = planMessages;
    this.programmes = programmes;
    this.outbox = outbox;
    this.clock = clock;
    this.anonymous =
        Counter.builder("aftercare.sales.anonymous")
            .description("Sales that make no call because they name no customer")
            .register(metrics);
  }

  /**
   * A sale as it was told.
   *
   * @param traceparent W3C trace context of the event; absent outside a trace
   */
  record Told(KnownSale sale, @Nullable String traceparent) {}

  /**
   * @param told one entry per sale, its newest
   */
  Uni<Void> schedule(SqlConnection transaction, List<Told> told) {
    List<Told> named = told.stream().filter(each -> each.sale().customerId() != null).toList();
    countAnonymous(told.size() - named.size());
    if (named.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> ids = named.stream().map(each -> each.sale().customerId()).toList();
    return customers
        .keepStill(transaction)
        .chain(() -> customers.resolve(transaction, ids))
        .map(resolved -> causes(named, resolved))
        .chain(
            causes ->
                sales
                    .remember(
                        transaction, owned(causes), SupplyHistory.asking(causes), history.since())
                    .map(known -> SupplyHistory.of(causes, known)))
        .chain(supplied -> plan(transaction, supplied));
  }

  private Uni<Void> plan(SqlConnection transaction, SupplyHistory.Supplied supplied) {
    List<Cause> causes = supplied.told();
    List<Cause> changed = causes.stream().filter(ScheduleCalls::hasChanged).toList();
    List<Cause> fresh = causes.stream().filter(cause -> !hasChanged(cause)).toList();
    return add(transaction, fresh)
        .chain(() -> reviseCalls.revise(transaction, changed, CancelReason.RETURNED))
        .chain(
            () ->
                reviseCalls.reviseOnly(
                    transaction, supplied.related(), CancelReason.RULE_NO_LONGER_MET));
  }

  private Uni<Void> add(SqlConnection transaction, List<Cause> fresh) {
    Instant now = clock.instant();
    DeservedContacts contacts = programmes.contacts();
    List<Call> planned = new ArrayList<>(fresh.size() * 2);
    List<Occasion> occasions = new ArrayList<>();
    Map<UUID, Cause> causes = HashMap.newHashMap(fresh.size());
    for (Cause cause : fresh) {
      causes.put(cause.sale().id(), cause);
      for (Contact contact : contacts.of(cause.sale(), cause.customer(), null, cause.supplies())) {
        if (contact.isCall()) {
          planned.add(newCalls.of(contact, cause, now));
        } else {
          occasions.add(newCalls.occasion(contact, cause));
        }
      }
    }
    return calls
        .add(transaction, planned)
        .invoke(added -> LOG.infof("Calls planned, sales=%d calls=%d", fresh.size(), added.size()))
        .chain(added -> outbox.append(transaction, events(added, causes, now)))
        .chain(() -> planMessages.plan(transaction, occasions));
  }

  private static List<Event> events(List<Call> added, Map<UUID, Cause> causes, Instant now) {
    List<Event> events = new ArrayList<>(added.size());
    for (Call call : added) {
      Cause cause = causes.get(call.origin().causeId());
      events.add(FollowUpEvents.planned(call, now, cause == null ? null : cause.traceparent()));
    }
    return events;
  }

  private static List<Cause> causes(List<Told> named, Map<UUID, Resolved> resolved) {
    List<Cause> causes = new ArrayList<>(named.size());
    for (Told told : named) {
      UUID id = told.sale().customerId();
      Resolved owner = id == null ? null : resolved.get(id);
      if (owner != null) {
        causes.add(
            new Cause(
                told.sale(),
                owner.id(),
                owner.customer(),
                Supplies.only(told.sale()),
                told.traceparent()));
      }
    }
    return causes;
  }

  private static List<KnownSales.Owned> owned(List<Cause> causes) {
    return causes.stream()
        .map(cause -> new KnownSales.Owned(cause.sale(), cause.customerId()))
        .toList();
  }

  /** A sale that is told of for the first time has no calls yet, or the same ones. */
  private static boolean hasChanged(Cause cause) {
    return cause.sale().version() > 1;
  }

  private void countAnonymous(int count) {
    if (count > 0) {
      anonymous.increment(count);
      LOG.debugf("No call for sales without a customer, sales=%d", count);
    }
  }
}
