package io.aftercare.sales.product;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogue, kept in memory: every sale line is looked up in it. */
@ApplicationScoped
public class Products {

  /** How far back a look for changes goes; longer than any transaction that writes here. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final String UPSERT =
      """
      insert into product (system, code, name, strength, form, atc, prescription, days_supply,
        high_alert, special_form, long_term, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      on conflict (system, code) do update set name = excluded.name, strength = excluded.strength,
        form = excluded.form, atc = excluded.atc, prescription = excluded.prescription,
        days_supply = excluded.days_supply, high_alert = excluded.high_alert,
        special_form = excluded.special_form, long_term = excluded.long_term, changed_at = excluded.changed_at
      """;

  private record Key(String system, String code) {}

  private final Pool pool;
  private final Clock clock;
  private final Map<Key, Product> known = new ConcurrentHashMap<>();

  Products(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    pool.query("select * from product")
        .execute()
        .invoke(this::remember)
        .await()
        .atMost(Duration.ofSeconds(60));
  }

  /** Another instance may have changed some. */
  @Scheduled(every = "10s", delayed = "10s")
  Uni<Void> refresh() {
    return pool.preparedQuery("select * from product where changed_at > $1")
        .execute(Tuple.of(now().minus(OVERLAP)))
        .invoke(this::remember)
        .replaceWithVoid();
  }

  public Optional<Product> find(String system, String code) {
    return Optional.ofNullable(known.get(new Key(system, code)));
  }

  /** Stores them all or none, new or changed. */
  Uni<Void> save(List<Product> products) {
    OffsetDateTime now = now();
    List<Tuple> rows = products.stream().map(product -> row(product, now)).toList();
    return pool.withTransaction(transaction -> transaction.preparedQuery(UPSERT).executeBatch(rows))
        .invoke(() -> products.forEach(this::remember))
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private void remember(RowSet<Row> rows) {
    rows.forEach(row -> remember(product(row)));
  }

  private void remember(Product product) {
    known.put(new Key(product.system(), product.code()), product);
  }

  private static Tuple row(Product product, OffsetDateTime now) {
    Tuple row = Tuple.of(product.system(), product.code(), product.name(), product.strength());
    row.addString(product.form()).addString(product.atc()).addBoolean(product.prescription());
    row.addInteger(product.daysSupply()).addBoolean(product.highAlert());
    row.addBoolean(product.specialForm()).addBoolean(product.longTerm());
    return row.addOffsetDateTime(now);
  }

  private static Product product(Row row) {
    return new Product(
        row.getString("system"),
        row.getString("code"),
        row.getString("name"),
        row.getString("strength"),
        row.getString("form"),
        row.getString("atc"),
        row.getBoolean("prescription"),
        row.getInteger("days_supply"),
        row.getBoolean("high_alert"),
        row.getBoolean("special_form"),
        row.getBoolean("long_term"));
  }
}
