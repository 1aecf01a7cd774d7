package io.aftercare.followup.call;

import io.aftercare.followup.window.RulesInForce;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Plans everything that waits anew once this release reckons hours otherwise than the one before:
 * newer zone data, other working days, lawful hours or holidays. Two instances that start together
 * both look; the second finds nothing to move.
 */
@ApplicationScoped
class ReplanAfterRelease {

  private static final Logger LOG = Logger.getLogger(ReplanAfterRelease.class);
  private static final int AT_ONCE = 20_000;

  private static final String LAST = "select rules, planned_at, moved from planned_by";

  private static final String STORE =
      """
      insert into planned_by (rules, planned_at, moved) values ($1, $2, $3)
      on conflict (one) do update set rules = excluded.rules, planned_at = excluded.planned_at, moved = excluded.moved
      """;

  private final RulesInForce rules;
  private final ReplanCalls replanCalls;
  private final Pool pool;
  private final Clock clock;

  /** What this instance has seen to; the rules of a process never change. */
  private volatile @Nullable String seenTo;

  ReplanAfterRelease(RulesInForce rules, ReplanCalls replanCalls, Pool pool, Clock clock) {
    this.rules = rules;
    this.replanCalls = replanCalls;
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * The last time that rules changed with a release.
   *
   * @param rules by which everything that waits was planned since
   * @param at since when
   * @param moved what moved then, by programme; absent where it is the first release
   */
  record Last(String rules, Instant at, @Nullable Map<String, Object> moved) {}

  Uni<Optional<Last>> last() {
    return pool.query(LAST)
        .execute()
        .map(rows -> rows.stream().findFirst().map(ReplanAfterRelease::last));
  }

  private static Last last(Row row) {
    JsonObject moved = row.getJsonObject("moved");
    return new Last(
        row.getString("rules"),
        row.getOffsetDateTime("planned_at").toInstant(),
        moved == null ? null : moved.getMap());
  }

  @Scheduled(
      every = "${aftercare.replan.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return seenTo != null ? Uni.createFrom().voidItem() : look(rules.described());
  }

  /**
   * @param now the rules of this release
   */
  Uni<Void> look(String now) {
    return last()
        .chain(
            last -> {
              if (last.isEmpty()) {
                return store(now, null);
              }
              return last.get().rules().equals(now)
                  ? Uni.createFrom().voidItem()
                  : replan(last.get().rules(), now);
            })
        .invoke(() -> seenTo = now);
  }

  private Uni<Void> replan(String before, String now) {
    LOG.infof("Rules changed, everything is planned anew: before=%s now=%s", before, now);
    return replanAfter(null, Replanned.NOTHING)
        .invoke(moved -> LOG.infof("Planned anew, moved=%d %s", moved.moved(), moved.programmes()))
        .chain(moved -> store(now, JsonObject.mapFrom(moved.programmes())));
  }

  private Uni<Replanned> replanAfter(@Nullable UUID after, Replanned sofar) {
    return replanCalls
        .replan(new ReplanCalls.Wanted(false, null, after, AT_ONCE))
        .chain(
            moved ->
                moved.next() == null
                    ? Uni.createFrom().item(sofar.and(moved))
                    : replanAfter(moved.next(), sofar.and(moved)));
  }

  private Uni<Void> store(String now, @Nullable JsonObject moved) {
    return pool.preparedQuery(STORE)
        .execute(Tuple.of(now, clock.instant().atOffset(ZoneOffset.UTC), moved))
        .replaceWithVoid();
  }
}
