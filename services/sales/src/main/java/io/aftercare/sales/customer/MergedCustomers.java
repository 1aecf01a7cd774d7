package io.aftercare.sales.customer;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The merged customers, few enough to be kept in memory whole: every sale asks. A sale keeps the id
 * that its till used, and is found under every id of the person.
 */
@ApplicationScoped
public class MergedCustomers {

  /** Whoever stood for the merged one now stands for its survivor: one look finds the last. */
  private static final String MERGE =
      """
      with last as (
        select coalesce((select survivor from merged_customer where id = $2), $2) as survivor
      ),
      moved as (
        update merged_customer m set survivor = last.survivor from last where m.survivor = $1
      )
      insert into merged_customer (id, survivor, into_customer) select $1, survivor, $2 from last where survivor <> $1
      on conflict (id) do update set survivor = excluded.survivor, into_customer = excluded.into_customer
      returning survivor
      """;

  private static final String AMONG = "select id from merged_customer where id = any($1::uuid[])";

  /** Whoever came to the survivor by way of this one stands for this one again. */
  private static final String SEPARATE =
      """
      with recursive own (id) as (
        select $1::uuid
        union
        select m.id from merged_customer m join own on coalesce(m.into_customer, m.survivor) = own.id
      ),
      back as (
        update merged_customer m set survivor = $1 from own where m.id = own.id and m.id <> $1
      ),
      gone as (
        delete from merged_customer where id = $1 returning survivor
      )
      select gone.survivor, array(select id from own) as ids from gone
      """;

  /** One merge at a time, over all instances: a chain of them never has two ends. */
  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('merged_customer'))";

  private final Pool pool;
  private volatile Map<UUID, UUID> survivors = Map.of();

  MergedCustomers(Pool pool) {
    this.pool = pool;
  }

  void start(@Observes StartupEvent event) {
    refresh().await().atMost(Duration.ofSeconds(30));
  }

  /** Another instance may have heard of one. */
  @Scheduled(every = "10s", delayed = "10s")
  Uni<Void> refresh() {
    return pool.query("select id, survivor from merged_customer")
        .execute()
        .invoke(
            rows ->
                survivors =
                    rows.stream()
                        .collect(
                            Collectors.toUnmodifiableMap(
                                MergedCustomers::id, row -> row.getUUID("survivor"))))
        .replaceWithVoid();
  }

  private static UUID id(Row row) {
    return row.getUUID("id");
  }

  /** Who the id stands for: itself, or the customer that took it over. */
  public UUID survivor(UUID id) {
    return survivors.getOrDefault(id, id);
  }

  /** Every id of the person. */
  public UUID[] idsOf(UUID id) {
    UUID survivor = survivor(id);
    return Stream.concat(
            Stream.of(survivor),
            survivors.entrySet().stream()
                .filter(merged -> merged.getValue().equals(survivor))
                .map(Map.Entry::getKey))
        .toArray(UUID[]::new);
  }

  /** A customer who is one of their own again. */
  record Separated(UUID customer, UUID survivor, UUID[] ids) {}

  /** Those of these ids that stand for another. */
  Uni<List<UUID>> among(SqlConnection transaction, List<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return transaction
        .preparedQuery(AMONG)
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(MergedCustomers::id).sorted().toList());
  }

  /** The customer stands for themselves from now on, and for whoever was merged into them. */
  Uni<Separated> separate(SqlConnection transaction, UUID customer) {
    return transaction
        .query(LOCK)
        .execute()
        .chain(() -> transaction.preparedQuery(SEPARATE).execute(Tuple.of(customer)))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Separated(customer, row.getUUID("survivor"), row.getArrayOfUUIDs("ids"));
            });
  }

  /** Who stands for the merged one from now on: the other, or who took that one over. */
  Uni<UUID> merge(SqlConnection transaction, UUID merged, UUID into) {
    return transaction
        .query(LOCK)
        .execute()
        .chain(() -> transaction.preparedQuery(MERGE).execute(Tuple.of(merged, into)))
        .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getUUID(0) : into);
  }
}
