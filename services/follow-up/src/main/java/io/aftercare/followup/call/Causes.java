package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.known.KnownSales;
import io.aftercare.followup.refill.Supplies;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sales behind calls, with what is known of their customers now. */
@ApplicationScoped
class Causes {

  private final KnownSales sales;
  private final KnownCustomers customers;
  private final SupplyHistory history;

  Causes(KnownSales sales, KnownCustomers customers, SupplyHistory history) {
    this.sales = sales;
    this.customers = customers;
    this.history = history;
  }

  /** Of these sales, by sale. */
  Uni<Map<UUID, Cause>> ofSales(SqlConnection connection, Collection<UUID> ids) {
    return sales
        .find(connection, ids.stream().distinct().toList())
        .chain(found -> with(connection, found));
  }

  private Uni<Map<UUID, Cause>> with(SqlConnection connection, List<KnownSales.Owned> found) {
    List<UUID> owners = found.stream().map(KnownSales.Owned::customerId).toList();
    return customers
        .resolve(connection, owners)
        .map(resolved -> causes(found, resolved))
        .chain(causes -> history.complete(connection, causes))
        .map(
            causes ->
                causes.stream()
                    .collect(
                        Collectors.toMap(
                            cause -> cause.sale().id(), Function.identity(), (a, b) -> a)));
  }

  private static List<Cause> causes(List<KnownSales.Owned> found, Map<UUID, Resolved> resolved) {
    List<Cause> causes = new ArrayList<>(found.size());
    for (KnownSales.Owned owned : found) {
      Resolved owner = resolved.get(owned.customerId());
      if (owner != null) {
        causes.add(
            new Cause(
                owned.sale(), owner.id(), owner.customer(), Supplies.only(owned.sale()), null));
      }
    }
    return causes;
  }
}
