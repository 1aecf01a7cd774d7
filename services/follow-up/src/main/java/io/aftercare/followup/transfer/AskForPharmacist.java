package io.aftercare.followup.transfer;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.HeldCalls;
import io.aftercare.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Puts the call an agent has on the line before all others into the pharmacists' hands. Asked again
 * it adds what became known meanwhile; the clock runs from the first time, and anew once it had
 * been withdrawn: what alarms again in the same call must find somebody.
 */
@ApplicationScoped
class AskForPharmacist {

  private static final Logger LOG = Logger.getLogger(AskForPharmacist.class);

  private static final String ASK =
      """
      with asked as (
        insert into transfer as t (id, call_id, epoch, customer_id, store_id, agent, red_flags, place_confirmed, state,
          waiting_since)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9)
        on conflict (call_id, epoch) do update set
          state = case t.state when 'withdrawn' then 'waiting' else t.state end,
          waiting_since = case t.state when 'withdrawn' then excluded.waiting_since else t.waiting_since end,
          store_at = case t.state when 'withdrawn' then null else t.store_at end,
          supervisor_at = case t.state when 'withdrawn' then null else t.supervisor_at end,
          ended_at = case t.state when 'withdrawn' then null else t.ended_at end,
          place_confirmed = t.place_confirmed or excluded.place_confirmed,
          red_flags = (select array_agg(distinct flag) from unnest(t.red_flags || excluded.red_flags) as flag)
        returning *
      ),
      logged as (
        insert into access_log (at, who, what, reason, customers)
        select $9, $6, 'POST /calls/{id}/transfer', 'call', array[customer_id] from asked
      )
      select {columns} from asked t
      """
          .replace("{columns}", Transfers.COLUMNS);

  private final Pool pool;
  private final HeldCalls heldCalls;
  private final Clock clock;

  AskForPharmacist(Pool pool, HeldCalls heldCalls, Clock clock) {
    this.pool = pool;
    this.heldCalls = heldCalls;
    this.clock = clock;
  }

  /**
   * @param placeConfirmed the agent knows where the person is
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     call; 409 when the agent does not hold it at this epoch, or nobody can be on the line
   */
  Uni<TransferView> ask(
      UUID call, long epoch, String agent, List<RedFlag> redFlags, boolean placeConfirmed) {
    String[] flags = redFlags.stream().distinct().map(RedFlag::key).toArray(String[]::new);
    return pool.withTransaction(
            transaction ->
                heldCalls
                    .requireOnTheLine(transaction, call, epoch, agent)
                    .chain(held -> put(transaction, held, agent, flags, placeConfirmed)))
        .invoke(
            asked ->
                LOG.infof(
                    "Pharmacist asked for, transfer=%s call=%s epoch=%d state=%s",
                    asked.id(), call, epoch, asked.state().key()));
  }

  private Uni<TransferView> put(
      SqlConnection transaction, Call held, String agent, String[] flags, boolean placeConfirmed) {
    Tuple row =
        Tuple.of(Ids.next(), held.id(), held.epoch(), held.customerId(), held.origin().storeId())
            .addString(agent)
            .addArrayOfString(flags)
            .addBoolean(placeConfirmed)
            .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(ASK)
        .execute(row)
        .map(rows -> Transfers.views(rows).getFirst());
  }
}
