package io.aftercare.sales.product;

import io.aftercare.kit.problem.Problems;
import io.aftercare.sales.product.Product.Code;
import io.aftercare.sales.product.StoredProducts.Stored;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Brings products into the catalogue, new or changed. What is as it was makes no new version. */
@ApplicationScoped
class SaveProducts {

  private static final Logger LOG = Logger.getLogger(SaveProducts.class);

  /**
   * What became of a delivery.
   *
   * @param verdicts one per product, in their order
   * @param changed what was stored; to be remembered once the transaction has committed
   */
  record Delivered(List<Stocking.Verdict> verdicts, List<Stored> changed) {}

  private final Pool pool;
  private final Clock clock;
  private final StoredProducts stored;
  private final Products products;

  SaveProducts(Pool pool, Clock clock, StoredProducts stored, Products products) {
    this.pool = pool;
    this.clock = clock;
    this.stored = stored;
    this.products = products;
  }

  /**
   * Stores them all or none.
   *
   * @param who the person who changes the catalogue
   * @return fails with 409 and every code that belongs to another product
   */
  Uni<Void> all(String who, List<Product> delivery) {
    return pool.withTransaction(
            transaction ->
                stored
                    .lock(transaction)
                    .chain(() -> deliver(transaction, who, delivery))
                    .invoke(delivered -> refuseConflicts(delivered.verdicts())))
        .invoke(delivered -> products.remember(delivered.changed()))
        .invoke(
            delivered -> {
              if (!delivered.changed().isEmpty()) {
                LOG.infof("Catalogue changed, by=%s products=%d", who, delivered.changed().size());
              }
            })
        .replaceWithVoid();
  }

  /** Stores the good ones in the caller's transaction, which holds the catalogue's lock. */
  Uni<Delivered> deliver(SqlConnection transaction, String who, List<Product> delivery) {
    List<Code> own = delivery.stream().map(Product::own).toList();
    List<Code> all = delivery.stream().flatMap(product -> product.allCodes().stream()).toList();
    return stored
        .current(transaction, own)
        .chain(
            current ->
                stored
                    .owners(transaction, codes(all, current))
                    .map(owners -> new Stocking(current, owners)))
        .chain(
            stocking -> {
              List<Stocking.Verdict> verdicts = delivery.stream().map(stocking::take).toList();
              List<Stored> changed = stocking.changed();
              return stored
                  .write(transaction, changed, who, clock.instant())
                  .replaceWith(new Delivered(verdicts, changed));
            });
  }

  /** Those that are claimed, and those that may be given up. */
  private static List<Code> codes(List<Code> claimed, Map<Code, Stored> current) {
    List<Code> codes = new ArrayList<>(claimed);
    current.values().forEach(before -> codes.addAll(before.product().allCodes()));
    return codes.stream().distinct().toList();
  }

  private static void refuseConflicts(List<Stocking.Verdict> verdicts) {
    List<Violation> conflicts = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i) instanceof Stocking.Refused(String field, String message)) {
        conflicts.add(
            Violation.In.body.field("products[%d].%s".formatted(i, field)).message(message));
      }
    }
    if (!conflicts.isEmpty()) {
      throw Problems.conflicting("code-taken", "A code belongs to one product; nothing was stored.")
          .with("violations", conflicts)
          .build();
    }
  }
}
