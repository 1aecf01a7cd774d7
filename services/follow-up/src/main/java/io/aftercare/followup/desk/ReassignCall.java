package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts a call into somebody's hand, whoever holds it: whoever held it can write nothing more. An
 * attempt that was under way is counted, because somebody may have been called.
 */
@ApplicationScoped
class ReassignCall {

  private static final Logger LOG = Logger.getLogger(ReassignCall.class);
  private static final long ANY = -1;

  private static final String REASSIGN =
      """
      with given as (
        update call c set state = 'held', holder = $2, epoch = c.epoch + 1, permitted_at = null,
          attempts = c.attempts + (c.state = 'held' and c.permitted_at is not null)::int,
          lease_until = clock_timestamp() + $3::bigint * interval '1 second'
        where c.id = $1 and c.state in ('planned', 'held', 'supervisor') and ($4::bigint = -1 or c.epoch = $4)
        returning {columns}
      ),
      logged as (
        insert into access_log (at, who, what, customers)
        select $5, $6, 'POST /calls/{id}/reassign', array[customer_id] from given
      )
      select * from given
      """
          .replace("{columns}", Calls.COLUMNS);

  private final Pool pool;
  private final DeskCalls deskCalls;
  private final DeskRules rules;
  private final Clock clock;

  ReassignCall(Pool pool, DeskCalls deskCalls, DeskRules rules, Clock clock) {
    this.pool = pool;
    this.deskCalls = deskCalls;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @param epoch the call must stand at; absent to take it as it is
   * @param to the subject of who gets it
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     call; 409 when it is over or has moved on, when they hold another, or when its customer is
   *     in another call
   */
  Uni<Call> reassign(UUID id, @Nullable Long epoch, String to, String by) {
    long standing = epoch == null ? ANY : epoch;
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(REASSIGN)
        .execute(Tuple.of(id, to, rules.lease().toSeconds(), standing, now, by))
        .map(Calls::calls)
        .onFailure(PgException.class)
        .transform(DeskProblems::busy)
        .chain(
            given ->
                given.isEmpty() ? whyNot(id, standing) : Uni.createFrom().item(given.getFirst()))
        .invoke(
            call ->
                LOG.infof(
                    "Call reassigned, call=%s epoch=%d to=%s by=%s", id, call.epoch(), to, by));
  }

  private Uni<Call> whyNot(UUID id, long epoch) {
    return pool.withConnection(connection -> deskCalls.find(connection, id, epoch))
        .map(
            found -> {
              throw epoch != ANY && found.call().epoch() != epoch
                  ? DeskProblems.staleEpoch()
                  : DeskProblems.over();
            });
  }
}
