package io.aftercare.followup.desk;

import io.aftercare.kit.batch.Gatherer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When there will be work again, for agents who were told that there is none. All who ask at the
 * same time are answered by one statement, which looks at the first future call of each priority
 * alone.
 */
@ApplicationScoped
class NextDue {

  private static final String FIRST =
      """
      select skill.pharmacist, min(future.due_at) as due_at
      from (values (false), (true)) as skill (pharmacist)
      cross join generate_series(0, 4) as rank (priority)
      cross join lateral (
        select c.due_at from call c
        where c.state = 'planned' and c.pharmacist = skill.pharmacist and c.priority = rank.priority
          and c.due_at > $1
        order by c.due_at
        limit 1) as future
      group by skill.pharmacist
      """;

  private final Pool pool;
  private final Clock clock;
  private final Gatherer<Boolean, Optional<Instant>> gatherer;

  NextDue(Pool pool, Clock clock, DeskRules rules) {
    this.pool = pool;
    this.clock = clock;
    DeskRules.Gather gather = rules.gather();
    this.gatherer =
        new Gatherer<>(
            "Looking ahead",
            new Gatherer.Limits(gather.batch(), 1, gather.waiting()),
            this::together);
  }

  /**
   * When the next call falls due that this agent could take; empty when none is planned.
   *
   * @param pharmacist may take pharmacists' calls, too
   */
  Uni<Optional<Instant>> after(boolean pharmacist) {
    return gatherer.submit(pharmacist);
  }

  private Uni<List<Optional<Instant>>> together(List<Boolean> asking) {
    return pool.preparedQuery(FIRST)
        .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              Map<Boolean, Instant> first = new HashMap<>();
              rows.forEach(
                  row ->
                      first.put(
                          row.getBoolean("pharmacist"),
                          row.getOffsetDateTime("due_at").toInstant()));
              return asking.stream().map(pharmacist -> earliest(first, pharmacist)).toList();
            });
  }

  private static Optional<Instant> earliest(Map<Boolean, Instant> first, boolean pharmacist) {
    return first.entrySet().stream()
        .filter(entry -> pharmacist || !entry.getKey())
        .map(Map.Entry::getValue)
        .min(Instant::compareTo);
  }
}
