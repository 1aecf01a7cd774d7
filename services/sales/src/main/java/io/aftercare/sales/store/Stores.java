package io.aftercare.sales.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The stores of the chain, few enough to be kept in memory whole. */
@ApplicationScoped
public class Stores {

  private static final String UPSERT =
      """
      insert into store (id, state, changed_at) values ($1, $2::text::json, $3)
      on conflict (id) do update set state = excluded.state, changed_at = excluded.changed_at
      """;

  private final Pool pool;
  private final Clock clock;
  private final ObjectMapper json;
  private volatile Map<String, Store> byId = Map.of();

  Stores(Pool pool, Clock clock, ObjectMapper json) {
    this.pool = pool;
    this.clock = clock;
    this.json = json;
  }

  void start(@Observes StartupEvent event) {
    refresh().await().atMost(Duration.ofSeconds(30));
  }

  /** Another instance may have changed one. */
  @Scheduled(every = "10s", delayed = "10s")
  Uni<Void> refresh() {
    return pool.query("select state::text as state from store")
        .execute()
        .invoke(
            rows ->
                byId =
                    rows.stream()
                        .map(this::store)
                        .collect(Collectors.toUnmodifiableMap(Store::id, store -> store)))
        .replaceWithVoid();
  }

  public Optional<Store> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  List<Store> all() {
    return byId.values().stream().sorted(Comparator.comparing(Store::id)).toList();
  }

  /** Stores it, new or changed; returns whether it is new. */
  Uni<Boolean> save(Store store) {
    Tuple row = Tuple.of(store.id(), write(store), clock.instant().atOffset(ZoneOffset.UTC));
    return pool.preparedQuery(UPSERT).execute(row).map(done -> remember(store));
  }

  private synchronized boolean remember(Store store) {
    Map<String, Store> changed = new TreeMap<>(byId);
    boolean isNew = changed.put(store.id(), store) == null;
    byId = Map.copyOf(changed);
    return isNew;
  }

  private Store store(Row row) {
    try {
      return json.readValue(row.getString("state"), Store.class);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("A stored store cannot be read", corrupt);
    }
  }

  private String write(Store store) {
    try {
      return json.writeValueAsString(store);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A store cannot be written", impossible);
    }
  }
}
