package io.aftercare.sales.product;

import io.aftercare.sales.product.Product.Code;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Products that were sold without being catalogued, for the catalogue's keeper. They are counted in
 * memory and written together every few seconds, outside any sale's transaction: a sale never waits
 * for this, and the counts are near enough. What a crash loses of the last seconds is lost, and a
 * sale that is tried again may count twice.
 */
@ApplicationScoped
public class UncataloguedProducts {

  private static final Logger LOG = Logger.getLogger(UncataloguedProducts.class);

  /** Different codes between two writes; a till that sends nonsense is not to fill the memory. */
  private static final int MOST = 10_000;

  private static final int SHOWN = 500;

  private static final String ADD =
      """
      insert into uncatalogued_product (system, code, name, sales, last_sold_at)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[])
      on conflict (system, code) do update set name = excluded.name,
        sales = uncatalogued_product.sales + excluded.sales,
        last_sold_at = greatest(uncatalogued_product.last_sold_at, excluded.last_sold_at)
      """;

  private static final String LIST =
      """
      select u.system, u.code, u.name, u.sales, u.last_sold_at from uncatalogued_product u
      where not exists (select from product_code c where (c.system, c.code) = (u.system, u.code))
      order by u.sales desc, u.last_sold_at desc limit $1
      """;

  /**
   * One of them.
   *
   * @param name as a till called it last
   * @param sales lines sold since it was first seen, nearly
   */
  record Uncatalogued(String system, String code, String name, long sales, Instant lastSoldAt) {}

  private record Sold(String name, long sales, Instant last) {
    Sold and(Sold later) {
      return new Sold(
          later.name, sales + later.sales, last.isAfter(later.last) ? last : later.last);
    }
  }

  private final Pool pool;
  private final Products products;
  private final Map<Code, Sold> counted = new ConcurrentHashMap<>();

  UncataloguedProducts(Pool pool, Products products) {
    this.pool = pool;
    this.products = products;
  }

  /** A line of such a product was sold. Costs no more than a look into a map. */
  public void sold(String system, String code, String name, Instant at) {
    if (counted.size() < MOST) {
      counted.merge(new Code(system, code), new Sold(name, 1, at), Sold::and);
    }
  }

  /** Most sold first. */
  Uni<List<Uncatalogued>> list() {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(SHOWN))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Uncatalogued(
                                row.getString(0),
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getOffsetDateTime(4).toInstant()))
                    .toList());
  }

  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> write() {
    // Sorted, so that two instances never wait for each other's rows in opposite order.
    Map<Code, Sold> rows =
        new TreeMap<>(java.util.Comparator.comparing(Code::system).thenComparing(Code::code));
    counted
        .keySet()
        .forEach(
            code -> {
              // One by one: what is counted meanwhile is counted for the next time.
              Sold sold = counted.remove(code);
              if (sold != null && products.find(code.system(), code.code()).isEmpty()) {
                rows.put(code, sold);
              }
            });
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(ADD)
            .execute(columns(rows))
            .onFailure()
            .invoke(
                failure -> {
                  LOG.warnf("Uncatalogued products are written later: %s", failure.getMessage());
                  rows.forEach((code, sold) -> counted.merge(code, sold, Sold::and));
                })
            .onFailure()
            .recoverWithNull()
            .replaceWithVoid();
  }

  void stop(@Observes ShutdownEvent event) {
    write().await().atMost(Duration.ofSeconds(5));
  }

  private static Tuple columns(Map<Code, Sold> rows) {
    return Tuple.of(
        rows.keySet().stream().map(Code::system).toArray(String[]::new),
        rows.keySet().stream().map(Code::code).toArray(String[]::new),
        rows.values().stream().map(Sold::name).toArray(String[]::new),
        rows.values().stream().map(Sold::sales).toArray(Long[]::new),
        rows.values().stream()
            .map(sold -> sold.last().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
  }
}
