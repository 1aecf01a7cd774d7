package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.known.KnownSales;
import io.aftercare.followup.message.CancelMessages;
import io.aftercare.followup.message.Messages;
import io.aftercare.followup.refill.Supplies;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows what customers become: their zone, hours and age re-plan their open calls, a merge hands
 * them to the survivor, and a "no" calls them off.
 */
@ApplicationScoped
class FollowCustomers {

  private static final Logger LOG = Logger.getLogger(FollowCustomers.class);

  private static final Set<String> GONE = Set.of("deceased", "erased");

  private final KnownCustomers customers;
  private final KnownSales sales;
  private final Calls calls;
  private final Messages messages;
  private final CancelMessages cancelMessages;
  private final ReviseCalls reviseCalls;
  private final CancelCalls cancelCalls;
  private final SupplyHistory history;
  private final Clock clock;
  private final Duration memory;

  FollowCustomers(
      KnownCustomers customers,
      KnownSales sales,
      Calls calls,
      Messages messages,
      CancelMessages cancelMessages,
      ReviseCalls reviseCalls,
      CancelCalls cancelCalls,
      SupplyHistory history,
      Clock clock,
      @ConfigProperty(name = "aftercare.replan.sales-younger-than") Duration memory) {
    this.customers = customers;
    this.sales = sales;
    this.calls = calls;
    this.messages = messages;
    this.cancelMessages = cancelMessages;
    this.reviseCalls = reviseCalls;
    this.cancelCalls = cancelCalls;
    this.history = history;
    this.clock = clock;
    this.memory = memory;
  }

  /**
   * A customer as it was told.
   *
   * @param traceparent W3C trace context of the event; absent outside a trace
   */
  record Told(KnownCustomer customer, @Nullable String traceparent) {}

  /**
   * @param told one entry per customer, its newest
   */
  Uni<Void> follow(SqlConnection transaction, List<Told> told) {
    if (told.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return customers
        .letNobodyPlan(transaction)
        .chain(() -> customers.remember(transaction, told.stream().map(Told::customer).toList()))
        .chain(() -> regroup(transaction, told))
        .chain(
            () ->
                customers.resolve(
                    transaction, told.stream().map(each -> each.customer().id()).toList()))
        .chain(resolved -> follow(transaction, told, resolved));
  }

  /** Who was two is one, and who was one may be two again. */
  private Uni<Void> regroup(SqlConnection transaction, List<Told> told) {
    return merge(transaction, told).chain(() -> separate(transaction, told));
  }

  private Uni<Void> merge(SqlConnection transaction, List<Told> told) {
    Uni<Void> merged = Uni.createFrom().voidItem();
    for (Told each : told) {
      UUID into = each.customer().mergedInto();
      if (into != null) {
        merged = merged.chain(() -> merge(transaction, each.customer().id(), into));
      }
    }
    return merged.chain(
        () -> calls.speak(transaction, told.stream().map(each -> each.customer().id()).toList()));
  }

  private Uni<Void> merge(SqlConnection transaction, UUID from, UUID into) {
    return customers
        .merge(transaction, from, into)
        .invoke(survivor -> LOG.infof("Customer merged, customer=%s survivor=%s", from, survivor))
        .chain(
            survivor ->
                calls
                    .move(transaction, from, survivor)
                    .chain(() -> messages.move(transaction, from, survivor))
                    .chain(() -> sales.move(transaction, from, survivor)));
  }

  private Uni<Void> separate(SqlConnection transaction, List<Told> told) {
    List<UUID> ofTheirOwn =
        told.stream()
            .map(Told::customer)
            .filter(customer -> customer.mergedInto() == null)
            .map(KnownCustomer::id)
            .toList();
    return customers
        .separate(transaction, ofTheirOwn)
        .chain(
            apart -> {
              Uni<Void> all = Uni.createFrom().voidItem();
              for (KnownCustomers.Separated each : apart) {
                all = all.chain(() -> separate(transaction, each));
              }
              return all;
            });
  }

  private Uni<Void> separate(SqlConnection transaction, KnownCustomers.Separated apart) {
    LOG.infof("Merge undone, customer=%s survivor=%s", apart.customer(), apart.survivor());
    return sales
        .giveBack(transaction, apart.survivor(), apart.customer(), apart.ids())
        .chain(() -> calls.giveBack(transaction, apart.survivor(), apart.customer()))
        .chain(
            () -> messages.giveBack(transaction, apart.survivor(), apart.customer(), apart.ids()));
  }

  private Uni<Void> follow(
      SqlConnection transaction, List<Told> told, Map<UUID, Resolved> resolved) {
    Map<UUID, String> blocked = new HashMap<>();
    Map<UUID, KnownCustomer> callable = new HashMap<>();
    Map<UUID, @Nullable String> traces = new HashMap<>();
    for (Told each : told) {
      Resolved owner = resolved.get(each.customer().id());
      KnownCustomer customer = owner == null ? null : owner.customer();
      if (customer != null && customer.blocked() != null) {
        blocked.put(customer.id(), customer.blocked());
      } else if (customer != null) {
        callable.put(customer.id(), customer);
      }
      traces.put(owner == null ? each.customer().id() : owner.id(), each.traceparent());
    }
    return callOff(transaction, blocked, told.getFirst().traceparent())
        .chain(
            () ->
                sales.liveOfCustomers(
                    transaction, callable.keySet(), clock.instant().minus(memory)))
        .chain(live -> history.complete(transaction, causes(live, callable, traces)))
        .chain(causes -> reviseCalls.revise(transaction, causes, CancelReason.RULE_NO_LONGER_MET));
  }

  private Uni<Void> callOff(
      SqlConnection transaction, Map<UUID, String> blocked, @Nullable String traceparent) {
    return cancelCalls
        .cancel(transaction, blocked, traceparent)
        .chain(() -> cancelMessages.ofCustomers(transaction, gone(blocked)));
  }

  /** A no to calls is none to messages; that is asked for when one goes. */
  private static Map<UUID, String> gone(Map<UUID, String> blocked) {
    Map<UUID, String> gone = new HashMap<>(blocked);
    gone.values().retainAll(GONE);
    return gone;
  }

  private static List<Cause> causes(
      List<KnownSales.Owned> live,
      Map<UUID, KnownCustomer> callable,
      Map<UUID, @Nullable String> traces) {
    List<Cause> causes = new ArrayList<>(live.size());
    for (KnownSales.Owned owned : live) {
      KnownSale sale = owned.sale();
      UUID owner = owned.customerId();
      causes.add(
          new Cause(sale, owner, callable.get(owner), Supplies.only(sale), traces.get(owner)));
    }
    return causes;
  }
}
