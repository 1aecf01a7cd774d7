package io.aftercare.followup.transfer;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Asks the store's pharmacist, then the supervisor, for whom nobody took in time. */
@ApplicationScoped
class EscalateTransfers {

  private static final Logger LOG = Logger.getLogger(EscalateTransfers.class);

  /** Both at once where nobody looked for long; a row that is just being taken is passed over. */
  private static final String ESCALATE =
      """
      update transfer t set
        store_at = coalesce(t.store_at, $1),
        supervisor_at = case when t.waiting_since <= $3 then coalesce(t.supervisor_at, $1) end,
        state = case when t.waiting_since <= $3 then 'supervisor' else 'store' end
      where t.id in (
        select id from transfer
        where (state = 'waiting' and waiting_since <= $2) or (state = 'store' and waiting_since <= $3)
        for update skip locked)
      returning t.id, t.call_id, t.state
      """;

  private final Pool pool;
  private final TransferRules rules;
  private final Clock clock;

  EscalateTransfers(Pool pool, TransferRules rules, Clock clock) {
    this.pool = pool;
    this.rules = rules;
    this.clock = clock;
  }

  @Scheduled(
      every = "${aftercare.transfer.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> escalate() {
    Instant now = clock.instant();
    return pool.preparedQuery(ESCALATE)
        .execute(
            Tuple.of(
                now.atOffset(ZoneOffset.UTC),
                now.minus(rules.storeAfter()).atOffset(ZoneOffset.UTC),
                now.minus(rules.supervisorAfter()).atOffset(ZoneOffset.UTC)))
        .invoke(
            rows ->
                rows.forEach(
                    row ->
                        LOG.warnf(
                            "Transfer waits too long, transfer=%s call=%s state=%s",
                            row.getUUID("id"), row.getUUID("call_id"), row.getString("state"))))
        .replaceWithVoid();
  }
}
