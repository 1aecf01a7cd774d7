package io.aftercare.sales.sale;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The sales as other rooms may look them up. */
@ApplicationScoped
public class Purchases {

  private final Sales sales;

  Purchases(Sales sales) {
    this.sales = sales;
  }

  public Uni<Optional<Purchase>> find(SqlConnection transaction, UUID saleId) {
    return sales.find(transaction, saleId).map(found -> found.map(Purchase::of));
  }
}
