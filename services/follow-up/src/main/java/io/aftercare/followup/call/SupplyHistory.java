package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.known.KnownSales;
import io.aftercare.followup.refill.Supplies;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sees each sale among the others of its customer, because what is left of one shifts the next. */
@ApplicationScoped
public class SupplyHistory {

  private final KnownSales sales;
  private final Clock clock;
  private final Duration lookBack;

  SupplyHistory(
      KnownSales sales,
      Clock clock,
      @ConfigProperty(name = "aftercare.refill.look-back") Duration lookBack) {
    this.sales = sales;
    this.clock = clock;
    this.lookBack = lookBack;
  }

  /**
   * Sales among the others of their customers.
   *
   * @param told those that were told
   * @param related others that have a medicine in common with them: their reminders may move
   */
  record Supplied(List<Cause> told, List<Cause> related) {}

  /** Pick-ups before this no longer count. */
  Instant since() {
    return clock.instant().minus(lookBack);
  }

  /** Whose other sales matter to these. */
  static List<UUID> asking(Collection<Cause> causes) {
    return causes.stream()
        .filter(cause -> Supplies.supplied(cause.sale()))
        .map(Cause::customerId)
        .distinct()
        .toList();
  }

  /** How long the medicines of a customer last, by this sale and all others that matter. */
  public Uni<Supplies> of(SqlConnection connection, KnownSale sale, UUID customer) {
    return sales
        .ofCustomers(connection, List.of(customer), since())
        .map(
            known -> {
              Map<UUID, KnownSale> all = new HashMap<>();
              known.forEach(owned -> all.put(owned.sale().id(), owned.sale()));
              all.put(sale.id(), sale);
              return Supplies.of(all.values());
            });
  }

  /** Loads what matters to these. */
  Uni<List<Cause>> complete(SqlConnection connection, List<Cause> causes) {
    List<UUID> asking = asking(causes);
    return asking.isEmpty()
        ? Uni.createFrom().item(causes)
        : sales.ofCustomers(connection, asking, since()).map(known -> of(causes, known).told());
  }

  /**
   * @param known what was known before of the customers who matter
   */
  static Supplied of(List<Cause> causes, List<KnownSales.Owned> known) {
    if (known.isEmpty() && asking(causes).isEmpty()) {
      return new Supplied(causes, List.of());
    }
    Map<UUID, Map<UUID, KnownSale>> ofCustomer = new HashMap<>();
    known.forEach(owned -> put(ofCustomer, owned.customerId(), owned.sale()));
    causes.forEach(cause -> put(ofCustomer, cause.customerId(), cause.sale()));
    Map<UUID, Supplies> supplies = new HashMap<>();
    ofCustomer.forEach((customer, all) -> supplies.put(customer, Supplies.of(all.values())));
    List<Cause> told =
        causes.stream().map(cause -> cause.with(supplies.get(cause.customerId()))).toList();
    return new Supplied(told, related(told, known));
  }

  private static void put(Map<UUID, Map<UUID, KnownSale>> all, UUID customer, KnownSale sale) {
    all.computeIfAbsent(customer, none -> new HashMap<>()).put(sale.id(), sale);
  }

  private static List<Cause> related(List<Cause> told, List<KnownSales.Owned> known) {
    Map<UUID, Cause> related = new HashMap<>();
    for (Cause cause : told) {
      for (KnownSales.Owned owned : known) {
        if (owned.customerId().equals(cause.customerId())
            && Supplies.related(owned.sale(), cause.sale())) {
          related.put(
              owned.sale().id(),
              new Cause(
                  owned.sale(),
                  cause.customerId(),
                  cause.customer(),
                  cause.supplies(),
                  cause.traceparent()));
        }
      }
    }
    told.forEach(cause -> related.remove(cause.sale().id()));
    return new ArrayList<>(related.values());
  }
}
