package io.aftercare.followup.transfer;

import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes over somebody who waits: the first who does has them, all others are told so. */
@ApplicationScoped
class TakeTransfer {

  private static final Logger LOG = Logger.getLogger(TakeTransfer.class);

  private static final String TAKE =
      """
      with taken as (
        update transfer t set state = 'taken', taken_by = $4, taken_at = coalesce(t.taken_at, $3)
        where t.id = $5 and {reach}
          and (t.state in ('waiting', 'store', 'supervisor') or (t.state = 'taken' and t.taken_by = $4))
        returning {columns}
      ),
      logged as (
        insert into access_log (at, who, store_id, what, reason, customers)
        select $3, $4, $2, 'POST /transfers/{id}/take', 'clinical', array[customer_id] from taken
      )
      select * from taken
      """
          .replace("{columns}", Transfers.COLUMNS)
          .replace("{reach}", Transfers.IN_REACH);

  private final Pool pool;
  private final Transfers transfers;
  private final Clock clock;

  TakeTransfer(Pool pool, Transfers transfers, Clock clock) {
    this.pool = pool;
    this.transfers = transfers;
    this.clock = clock;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none in
   *     reach; 409 when somebody else has taken it, or nobody is needed any more
   */
  Uni<TransferView> take(UUID id, String who, Transfers.Reach reach) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(reach.all(), reach.store(), now, who, id))
        .map(Transfers::views)
        .chain(
            taken ->
                taken.isEmpty()
                    ? whyNot(id, reach)
                    : Uni.createFrom().item(taken.getFirst()).invoke(TakeTransfer::log));
  }

  private static void log(TransferView taken) {
    LOG.infof(
        "Transfer taken, transfer=%s call=%s by=%s", taken.id(), taken.callId(), taken.takenBy());
  }

  private Uni<TransferView> whyNot(UUID id, Transfers.Reach reach) {
    return transfers
        .find(pool, id)
        .map(
            found -> {
              boolean theirs =
                  found
                      .filter(
                          transfer ->
                              reach.all()
                                  || (transfer.storeId().equals(reach.store())
                                      && transfer.storeAt() != null))
                      .isPresent();
              throw theirs
                  ? Problems.conflict(
                      "transfer-taken", "Somebody else has taken over, or nobody is needed.")
                  : Problems.notFound("transfer", id);
            });
  }
}
