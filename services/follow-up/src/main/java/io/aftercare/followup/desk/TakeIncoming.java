package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.Origin;
import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.known.KnownSales;
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
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A customer rings: the agent takes the customer's open call there and then, due or not, and where
 * there is none a new one is recorded. Nobody is dialled, so that no permit is asked for; what the
 * customer has forbidden stands, because those calls have been called off.
 */
@ApplicationScoped
class TakeIncoming {

  private static final Logger LOG = Logger.getLogger(TakeIncoming.class);

  private static final Set<String> GONE = Set.of("deceased", "erased");

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
          .replace("{incoming}", Origin.INCOMING);

  private static final String READ =
      """
      insert into access_log (at, who, what, reason, customers)
      values ($1, $2, 'POST /calls/incoming', 'call', array[$3::uuid])
      """;

  private static final String PERMITTED =
      "insert into permit (call_id, epoch, agent, asked_at, expires_at) values ($1, $2, $3, $4, $4)";

  private static final String HELD =
      "select " + Calls.COLUMNS + " from call c where c.holder = $1 and c.customer_id = $2";

  private final Pool pool;
  private final KnownCustomers customers;
  private final KnownSales sales;
  private final DeskRules rules;
  private final Clock clock;

  TakeIncoming(
      Pool pool, KnownCustomers customers, KnownSales sales, DeskRules rules, Clock clock) {
    this.pool = pool;
    this.customers = customers;
    this.sales = sales;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Somebody who rings.
   *
   * @param store which store it is about; needed only of a customer who never bought
   */
  record Ringing(UUID customer, @Nullable String store) {}

  /**
   * The customer's call, now held by the agent, who may say what came of it; again, the same call.
   *
   * @param pharmacist may take pharmacists' calls as well
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 400 when it is not said which
   *     store a customer who never bought rings about; 404 when we know of no such customer; 409
   *     when the agent holds another call, or somebody else has the customer on the line
   */
  Uni<Call> take(Ringing ringing, String agent, boolean pharmacist) {
    return pool.withTransaction(
            transaction ->
                customers
                    .resolve(transaction, List.of(ringing.customer()))
                    .map(owners -> owners.get(ringing.customer()))
                    .chain(
                        owner ->
                            held(transaction, owner.id(), agent)
                                .chain(
                                    held ->
                                        held.isEmpty()
                                            ? anew(transaction, owner, ringing, agent, pharmacist)
                                            : Uni.createFrom().item(held.getFirst())))
                    .call(call -> read(transaction, call, agent)))
        .onFailure(PgException.class)
        .transform(DeskProblems::busy);
  }

  private static Uni<List<Call>> held(SqlConnection transaction, UUID customer, String agent) {
    return transaction.preparedQuery(HELD).execute(Tuple.of(agent, customer)).map(Calls::calls);
  }

  private Uni<Call> anew(
      SqlConnection transaction,
      Resolved owner,
      Ringing ringing,
      String agent,
      boolean pharmacist) {
    OffsetDateTime now = now();
    return transaction
        .preparedQuery(TAKE)
        .execute(Tuple.of(owner.id(), agent, now, rules.lease().toSeconds(), pharmacist))
        .map(Calls::calls)
        .chain(
            taken ->
                taken.isEmpty()
                    ? record(transaction, owner, ringing, agent)
                    : Uni.createFrom().item(taken.getFirst()))
        .call(call -> permitted(transaction, call, agent, now))
        .invoke(
            call ->
                LOG.infof(
                    "Customer rang, call=%s epoch=%d agent=%s programme=%s",
                    call.id(), call.epoch(), agent, call.origin().programme()));
  }

  private Uni<Call> record(
      SqlConnection transaction, Resolved owner, Ringing ringing, String agent) {
    return recorded(transaction, owner.id(), agent)
        .chain(
            recorded ->
                recorded.isEmpty()
                    ? sales
                        .remember(transaction, List.of(noSale(owner, ringing)))
                        .chain(() -> recorded(transaction, owner.id(), agent))
                    : Uni.createFrom().item(recorded))
        .map(List::getFirst);
  }

  private Uni<List<Call>> recorded(SqlConnection transaction, UUID customer, String agent) {
    return transaction
        .preparedQuery(RECORD)
        .execute(Tuple.of(customer, agent, now(), rules.lease().toSeconds(), Ids.next()))
        .map(Calls::calls);
  }

  /** Stands for the sale where there is none: it has no lines, so that nothing is owed for it. */
  private KnownSales.Owned noSale(Resolved owner, Ringing ringing) {
    KnownCustomer customer = owner.customer();
    if (customer == null || GONE.contains(String.valueOf(customer.blocked()))) {
      throw Problems.notFound("customer", ringing.customer());
    }
    if (ringing.store() == null) {
      throw Problems.invalid(
          "storeId", "must be given, as we know of no sale: the store that the customer speaks of");
    }
    return new KnownSales.Owned(
        KnownSale.none(owner.id(), ringing.store(), customer.zone(), now()), owner.id());
  }

  private static Uni<Void> permitted(
      SqlConnection transaction, Call call, String agent, OffsetDateTime now) {
    return transaction
        .preparedQuery(PERMITTED)
        .execute(Tuple.of(call.id(), call.epoch(), agent, now))
        .replaceWithVoid();
  }

  private Uni<Void> read(SqlConnection transaction, Call call, String agent) {
    return transaction
        .preparedQuery(READ)
        .execute(Tuple.of(now(), agent, call.customerId()))
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
