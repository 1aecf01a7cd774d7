package io.aftercare.followup.agent;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which calls each person may be given. Held in memory, because every claim asks; what another
 * instance stored is known here a few seconds later.
 */
@ApplicationScoped
public class AgentProfiles {

  /** A region is its stores of this moment. */
  private static final String ALL =
      """
      select p.agent, p.languages, p.regions,
        p.stores || array(select r.store_id from store_region r where r.region = any(p.regions)) as stores
      from agent_profile p
      """;

  private static final String STORE =
      """
      insert into agent_profile (agent, languages, regions, stores, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)
      on conflict (agent) do update set
        languages = excluded.languages, regions = excluded.regions, stores = excluded.stores,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at
      """;

  private final Pool pool;
  private volatile Map<String, AgentReach> reaches = Map.of();

  AgentProfiles(Pool pool) {
    this.pool = pool;
  }

  void start(@Observes StartupEvent event) throws Throwable {
    VertxContextSupport.subscribeAndAwait(this::refresh);
  }

  /** Every call, where nothing is on file; the stores are those of the regions, too. */
  public AgentReach of(String agent) {
    return reaches.getOrDefault(agent, AgentReach.ANY);
  }

  @Scheduled(
      every = "${aftercare.desk.profiles-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refresh() {
    return pool.preparedQuery(ALL)
        .execute()
        .invoke(rows -> reaches = reaches(rows))
        .replaceWithVoid();
  }

  Uni<Void> store(String agent, AgentReach reach, String by, Instant at) {
    return pool.preparedQuery(STORE)
        .execute(
            Tuple.of(
                agent,
                reach.languages().toArray(String[]::new),
                reach.regions().toArray(String[]::new),
                reach.stores().toArray(String[]::new),
                by,
                at.atOffset(ZoneOffset.UTC)))
        .chain(this::refresh);
  }

  private static Map<String, AgentReach> reaches(RowSet<Row> rows) {
    Map<String, AgentReach> read = new HashMap<>();
    rows.forEach(
        row ->
            read.put(
                row.getString("agent"),
                new AgentReach(
                    List.of(row.getArrayOfStrings("languages")),
                    List.of(row.getArrayOfStrings("regions")),
                    List.of(row.getArrayOfStrings("stores")))));
    return Map.copyOf(read);
  }
}
