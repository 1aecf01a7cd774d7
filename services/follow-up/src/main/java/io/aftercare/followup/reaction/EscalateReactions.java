package io.aftercare.followup.reaction;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Brings to the supervisor's list what is running out of time. */
@ApplicationScoped
class EscalateReactions {

  private static final Logger LOG = Logger.getLogger(EscalateReactions.class);

  private static final String ESCALATE =
      """
      update adverse_reaction set escalated_at = $1
      where state in ('open', 'assessed') and escalated_at is null
        and due_at <= case when serious then $2::timestamptz else $3::timestamptz end
      returning id, due_at
      """;

  private final Pool pool;
  private final ReactionRules rules;
  private final Clock clock;

  EscalateReactions(Pool pool, ReactionRules rules, Clock clock) {
    this.pool = pool;
    this.rules = rules;
    this.clock = clock;
  }

  @Scheduled(
      every = "${aftercare.reaction.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> escalate() {
    Instant now = clock.instant();
    return pool.preparedQuery(ESCALATE)
        .execute(
            Tuple.of(
                now.atOffset(ZoneOffset.UTC),
                now.plus(rules.seriousEscalatesBefore()).atOffset(ZoneOffset.UTC),
                now.plus(rules.otherEscalatesBefore()).atOffset(ZoneOffset.UTC)))
        .invoke(
            rows ->
                rows.forEach(
                    row ->
                        LOG.warnf(
                            "Reaction runs out of time, reaction=%s due=%s",
                            row.getUUID("id"), row.getOffsetDateTime("due_at").toInstant())))
        .replaceWithVoid();
  }
}
