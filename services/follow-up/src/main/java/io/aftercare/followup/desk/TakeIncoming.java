package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.kit.problem.Problems;
import io.aftercare.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A customer rings: the agent takes the customer's open call there and then, due or not, and where
 * there is none a new one is recorded. Nobody is dialled, so that no permit is asked for; what the
 * customer has forbidden stands, because those calls have been called off.
 */
@ApplicationScoped
class TakeIncoming {

  private static final Logger LOG = Logger.getLogger(TakeIncoming.class);

  /** What a call of a customer who rang goes by: no programme asked for it. */
  static final String PROGRAMME = "incoming";

  /** Who was promised or is waited for comes first, then what is due first. */
  private static final String TAKE =
      """
      with taken as (
        update call c set state = 'held', holder = $2, epoch = c.epoch + 1, permitted_at = $3,
          lease_until = clock_timestamp() + $4::bigint * interval '1 second'
        where c.id = (
          select o.id from call o
          where o.customer_id = $1 and o.state in ('planned', 'supervisor') and (not o.pharmacist or $5)
          order by o.priority, o.due_at limit 1
          for update)
        returning {columns}
      )
      select * from taken
      """
          .replace("{columns}", Calls.COLUMNS);

  /** About the last sale we know of: it says which store, which clock and which medicines. */
  private static final String RECORD =
      """
      insert into call as c (id, cause_id, sale_id, customer_id, due_at, closes_at, lapses_at, local_date, programme_version,
        step, priority, rule, pharmacist, state, programme, store_id, zone, explained, reason, holder, epoch, permitted_at,
        lease_until)
      select $5::uuid, $5::uuid, s.id, $1::uuid, $3::timestamptz, $3::timestamptz + interval '1 hour', $3::timestamptz + interval '1 hour',
        ($3::timestamptz at time zone coalesce(k.zone, s.body ->> 'storeZone'))::date, 1, 1, 1, 1, false, 'held', '{incoming}',
        s.body ->> 'storeId', coalesce(k.zone, s.body ->> 'storeZone'), 'the customer rang', 'The customer rang us', $2::text, 1, $3::timestamptz,
        clock_timestamp() + $4::bigint * interval '1 second'
      from known_sale s left join known_customer k on k.id = s.customer_id
      where s.customer_id = $1::uuid and (k.blocked is null or k.blocked not in ('deceased', 'erased'))
      order by s.occurred_at desc limit 1
      returning {columns}
      """
          .replace("{columns}", Calls.COLUMNS)
          .replace("{incoming}", PROGRAMME);

  private static final String PERMITTED =
      """
      with given as (
        insert into permit (call_id, epoch, agent, asked_at, expires_at) values ($1, $2, $3, $4, $4)
      )
      insert into access_log (at, who, what, customers) values ($4, $3, 'POST /calls/incoming', array[$5::uuid])
      """;

  private static final String HELD =
      "select " + Calls.COLUMNS + " from call c where c.holder = $1 and c.customer_id = $2";

  private static final String STANDS_FOR =
      "select coalesce((select merged_into from known_customer where id = $1), $1::uuid) as id";

  private final Pool pool;
  private final DeskRules rules;
  private final Clock clock;

  TakeIncoming(Pool pool, DeskRules rules, Clock clock) {
    this.pool = pool;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * The customer's call, now held by the agent, who may say what came of it; again, the same call.
   *
   * @param pharmacist may take pharmacists' calls as well
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when we know of no sale of
   *     such a customer; 409 when the agent holds another call, or somebody else has the customer
   *     on the line
   */
  Uni<Call> take(UUID customer, String agent, boolean pharmacist) {
    return pool.withTransaction(
            transaction ->
                transaction
                    .preparedQuery(STANDS_FOR)
                    .execute(Tuple.of(customer))
                    .map(rows -> rows.iterator().next().getUUID("id"))
                    .chain(owner -> take(transaction, owner, agent, pharmacist)))
        .onFailure(PgException.class)
        .transform(DeskProblems::busy);
  }

  private Uni<Call> take(
      SqlConnection transaction, UUID customer, String agent, boolean pharmacist) {
    return transaction
        .preparedQuery(HELD)
        .execute(Tuple.of(agent, customer))
        .map(Calls::calls)
        .chain(
            held ->
                held.isEmpty()
                    ? anew(transaction, customer, agent, pharmacist)
                    : Uni.createFrom().item(held.getFirst()));
  }

  private Uni<Call> anew(
      SqlConnection transaction, UUID customer, String agent, boolean pharmacist) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return transaction
        .preparedQuery(TAKE)
        .execute(Tuple.of(customer, agent, now, rules.lease().toSeconds(), pharmacist))
        .map(Calls::calls)
        .chain(
            taken ->
                taken.isEmpty()
                    ? record(transaction, customer, agent, now)
                    : Uni.createFrom().item(taken))
        .map(
            taken -> {
              if (taken.isEmpty()) {
                throw Problems.notFound("sale to customer", customer);
              }
              return taken.getFirst();
            })
        .call(call -> permitted(transaction, call, agent, now))
        .invoke(
            call ->
                LOG.infof(
                    "Customer rang, call=%s epoch=%d agent=%s programme=%s",
                    call.id(), call.epoch(), agent, call.origin().programme()));
  }

  private Uni<List<Call>> record(
      SqlConnection transaction, UUID customer, String agent, OffsetDateTime now) {
    return transaction
        .preparedQuery(RECORD)
        .execute(Tuple.of(customer, agent, now, rules.lease().toSeconds(), Ids.next()))
        .map(Calls::calls);
  }

  private static Uni<Void> permitted(
      SqlConnection transaction, Call call, String agent, OffsetDateTime now) {
    return transaction
        .preparedQuery(PERMITTED)
        .execute(Tuple.of(call.id(), call.epoch(), agent, now, call.customerId()))
        .replaceWithVoid();
  }
}
