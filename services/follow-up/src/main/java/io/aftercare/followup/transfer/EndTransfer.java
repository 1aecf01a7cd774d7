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
import org.jspecify.annotations.Nullable;

/** Says what came of a transfer; or, by the agent who asked, that nobody is needed any more. */
@ApplicationScoped
class EndTransfer {

  private static final Logger LOG = Logger.getLogger(EndTransfer.class);

  private static final String END =
      """
      with ended as (
        update transfer t set state = $4, ending = $5, ended_at = coalesce(t.ended_at, $3)
        where t.id = $1
          and (($4 = 'ended' and t.taken_by = $2 and t.state in ('taken', 'ended')
                and (t.ending is null or t.ending = $5))
            or ($4 = 'withdrawn' and t.agent = $2 and t.state in ('waiting', 'store', 'supervisor', 'withdrawn')))
        returning {columns}
      ),
      logged as (
        insert into access_log (at, who, what, reason, customers)
        select $3, $2, 'POST /transfers/{id}/' || $4, case $4 when 'withdrawn' then 'call' else 'clinical' end,
          array[customer_id] from ended
      )
      select * from ended
      """
          .replace("{columns}", Transfers.COLUMNS);

  private final Pool pool;
  private final Transfers transfers;
  private final Clock clock;

  EndTransfer(Pool pool, Transfers transfers, Clock clock) {
    this.pool = pool;
    this.transfers = transfers;
    this.clock = clock;
  }

  /**
   * @param ending what came of it; absent when the agent withdraws it
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none of
   *     theirs, 409 when it is not theirs to end so
   */
  Uni<TransferView> end(UUID id, String who, @Nullable Ending ending) {
    String state = ending == null ? "withdrawn" : "ended";
    return pool.preparedQuery(END)
        .execute(
            Tuple.of(
                id,
                who,
                clock.instant().atOffset(ZoneOffset.UTC),
                state,
                ending == null ? null : ending.key()))
        .map(Transfers::views)
        .chain(
            ended ->
                ended.isEmpty()
                    ? whyNot(id, who)
                    : Uni.createFrom()
                        .item(ended.getFirst())
                        .invoke(
                            transfer ->
                                LOG.infof(
                                    "Transfer over, transfer=%s call=%s state=%s ending=%s",
                                    id, transfer.callId(), state, transfer.ending())));
  }

  private Uni<TransferView> whyNot(UUID id, String who) {
    return transfers
        .find(pool, id)
        .map(
            found -> {
              boolean theirs =
                  found
                      .filter(
                          transfer ->
                              who.equals(transfer.takenBy()) || who.equals(transfer.agent()))
                      .isPresent();
              throw theirs
                  ? Problems.conflict(
                      "transfer-moved-on", "It has been taken or has ended in another way.")
                  : Problems.notFound("transfer", id);
            });
  }
}
