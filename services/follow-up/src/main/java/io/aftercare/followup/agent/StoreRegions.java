package io.aftercare.followup.agent;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Of which calling region each store is, as its sales tell. Every sale says it, and it hardly ever
 * changes: what is known is held in memory, so that a batch of sales writes only what is new.
 */
@ApplicationScoped
public class StoreRegions {

  private static final String ALL =
      "select store_id, region from store_region where region is not null";

  /**
   * By when the sale was taken in: a late one of before the store changed its region says nothing.
   */
  private static final String REMEMBER =
      """
      insert into store_region (store_id, region, told_at)
      select store_id, region, told_at from unnest($1::text[], $2::text[], $3::timestamptz[]) as told (store_id, region, told_at)
      on conflict (store_id) do update set region = excluded.region, told_at = excluded.told_at
      where store_region.told_at < excluded.told_at
      """;

  private final Pool pool;
  private volatile Map<String, String> known = Map.of();

  StoreRegions(Pool pool) {
    this.pool = pool;
  }

  /**
   * What a sale tells of its store.
   *
   * @param region absent where the chain names none
   * @param at when the sale was taken in
   */
  public record Told(String storeId, @Nullable String region, Instant at) {}

  void start(@Observes StartupEvent event) throws Throwable {
    VertxContextSupport.subscribeAndAwait(this::refresh);
  }

  @Scheduled(
      every = "${aftercare.desk.profiles-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refresh() {
    return pool.preparedQuery(ALL)
        .execute()
        .invoke(
            rows ->
                known =
                    rows.stream()
                        .collect(Collectors.toMap(StoreRegions::store, StoreRegions::region)))
        .replaceWithVoid();
  }

  /** Keeps what is new of it; of each store, what was told last. */
  public Uni<Void> remember(SqlConnection transaction, Collection<Told> told) {
    List<Told> news =
        told.stream()
            .filter(each -> !Objects.equals(known.get(each.storeId()), each.region()))
            .collect(
                Collectors.toMap(
                    Told::storeId,
                    each -> each,
                    BinaryOperator.maxBy(Comparator.comparing(Told::at)),
                    TreeMap::new))
            .values()
            .stream()
            .toList();
    if (news.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(REMEMBER)
        .execute(
            Tuple.of(
                news.stream().map(Told::storeId).toArray(String[]::new),
                news.stream().map(Told::region).toArray(String[]::new),
                news.stream()
                    .map(each -> each.at().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new)))
        .replaceWithVoid();
  }

  private static String store(Row row) {
    return row.getString("store_id");
  }

  private static String region(Row row) {
    return row.getString("region");
  }
}
