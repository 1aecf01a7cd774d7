package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Says that an agent is still there: the lease begins anew. */
@ApplicationScoped
class Heartbeat {

  private static final String BEAT =
      """
      with beat as (
        update call c set lease_until = clock_timestamp() + $5::bigint * interval '1 second'
        where c.id = $1 and c.epoch = $2 and c.holder = $3 and c.state = 'held'
        returning {columns}
      ),
      logged as (
        insert into access_log (at, who, what, reason, customers)
        select $4, $3, 'POST /calls/{id}/heartbeat', 'call', array[customer_id] from beat
      )
      select * from beat
      """
          .replace("{columns}", Calls.COLUMNS);

  private final Pool pool;
  private final DeskCalls deskCalls;
  private final DeskRules rules;
  private final Clock clock;

  Heartbeat(Pool pool, DeskCalls deskCalls, DeskRules rules, Clock clock) {
    this.pool = pool;
    this.deskCalls = deskCalls;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     call, 409 when the agent does not hold it at this epoch
   */
  Uni<Call> beat(UUID id, long epoch, String agent) {
    Tuple beat =
        Tuple.of(
            id, epoch, agent, clock.instant().atOffset(ZoneOffset.UTC), rules.lease().toSeconds());
    return pool.preparedQuery(BEAT)
        .execute(beat)
        .map(Calls::calls)
        .chain(
            beaten ->
                beaten.isEmpty()
                    ? refuse(id, epoch, agent)
                    : Uni.createFrom().item(beaten.getFirst()));
  }

  private Uni<Call> refuse(UUID id, long epoch, String agent) {
    return pool.withConnection(connection -> deskCalls.find(connection, id, epoch))
        .invoke(found -> found.requireHeldBy(agent, epoch))
        .map(List::of)
        .map(
            cameBack -> {
              throw DeskProblems.staleEpoch();
            });
  }
}
