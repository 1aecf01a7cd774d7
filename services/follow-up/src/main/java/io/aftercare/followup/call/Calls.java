package io.aftercare.followup.call;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All calls. Written by the batch: one statement, whatever the number of rows. */
@ApplicationScoped
public class Calls {

  /** What {@link CallRows#call} reads; for statements of the desk that return calls. */
  public static final String COLUMNS =
      """
      c.id, c.cause_id, c.sale_id, c.customer_id, c.due_at, c.closes_at, c.lapses_at, c.lease_until, c.permitted_at,
      c.epoch, c.version, c.local_date, c.programme_version, c.seconds, c.step, c.priority, c.rule, c.attempts,
      c.satisfaction, c.pharmacist, c.state, c.holder, c.promised_to, c.programme, c.store_id, c.zone, c.disposition,
      c.cancel_reason, c.complaint_category, c.agent, c.explained, c.reason, c.not_before, c.experiment, c.arm,
      c.conversation_id, c.spent_seconds, c.spent_minor, c.currency, c.step_language, c.answers""";

  /** Sorted, so that two batches never wait for each other's rows in opposite order. */
  private static final String INSERT =
      """
      insert into call (id, cause_id, sale_id, customer_id, due_at, closes_at, lapses_at, local_date, programme_version,
        step, priority, rule, pharmacist, state, programme, store_id, zone, cancel_reason, explained, reason,
        experiment, arm, step_language, language)
      select n.*, coalesce(n.step_language, (select k.language from known_customer k where k.id = n.customer_id), '')
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::timestamptz[],
        $7::timestamptz[], $8::date[], $9::int[], $10::smallint[], $11::smallint[], $12::smallint[], $13::boolean[],
        $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[],
        $21::text[], $22::text[], $23::text[])
        as n(id, cause_id, sale_id, customer_id, due_at, closes_at, lapses_at, local_date, programme_version,
          step, priority, rule, pharmacist, state, programme, store_id, zone, cancel_reason, explained, reason,
          experiment, arm, step_language)
      on conflict (cause_id, programme, step) do nothing
      returning id
      """;

  private static final String STORE =
      """
      update call c set
        customer_id = n.customer_id, due_at = n.due_at, closes_at = n.closes_at, lapses_at = n.lapses_at,
        local_date = n.local_date, zone = n.zone, rule = n.rule, explained = n.explained, priority = n.priority,
        state = n.state, epoch = n.epoch, version = n.version, holder = n.holder, lease_until = n.lease_until,
        permitted_at = n.permitted_at, promised_to = n.promised_to, attempts = n.attempts,
        disposition = n.disposition, agent = n.agent, seconds = n.seconds, satisfaction = n.satisfaction,
        complaint_category = n.complaint_category, cancel_reason = n.cancel_reason,
        programme_version = n.programme_version, pharmacist = n.pharmacist, reason = n.reason,
        not_before = n.not_before, conversation_id = n.conversation_id, spent_seconds = n.spent_seconds,
        spent_minor = n.spent_minor, currency = n.currency, step_language = n.step_language,
        language = case
          when n.step_language is not distinct from c.step_language then c.language
          else coalesce(n.step_language, (select k.language from known_customer k where k.id = n.customer_id), '') end
      from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::date[],
        $7::text[], $8::smallint[], $9::text[], $10::smallint[], $11::text[], $12::bigint[], $13::bigint[], $14::text[],
        $15::timestamptz[], $16::timestamptz[], $17::text[], $18::smallint[], $19::text[], $20::text[], $21::int[],
        $22::smallint[], $23::text[], $24::text[], $25::int[], $26::boolean[], $27::text[], $28::timestamptz[],
        $29::uuid[], $30::int[], $31::bigint[], $32::text[], $33::text[])
        as n(id, customer_id, due_at, closes_at, lapses_at, local_date, zone, rule, explained, priority, state, epoch,
          version, holder, lease_until, permitted_at, promised_to, attempts, disposition, agent, seconds, satisfaction,
          complaint_category, cancel_reason, programme_version, pharmacist, reason, not_before, conversation_id,
          spent_seconds, spent_minor, currency, step_language)
      where c.id = n.id
      """;

  private static final String LOCK =
      "select " + COLUMNS + " from call c where c.id = any($1::uuid[]) order by c.id for update";

  private static final String OF_SALES =
      "select "
          + COLUMNS
          + """
           from call c
          where c.cause_id = any($1::uuid[]) or (c.sale_id = any($1::uuid[]) and c.cause_id <> c.sale_id)
          order by c.id
          """;

  private static final String LOCK_OF_SALES = OF_SALES + " for update";

  private static final String LOCK_OF_CUSTOMERS =
      "select "
          + COLUMNS
          + """
           from call c where c.customer_id = any($1::uuid[]) and c.state in ('planned', 'paused', 'held', 'supervisor')
          order by c.id for update
          """;

  private static final String SPEAK =
      """
      update call c set language = s.language
      from known_customer k join known_customer s on s.id = coalesce(k.merged_into, k.id)
      where k.id = any($1::uuid[]) and c.customer_id = s.id and c.language <> s.language
        and c.step_language is null and c.state in ('planned', 'held', 'supervisor')
      """;

  private static final String MOVE =
      "update call set customer_id = $2 where customer_id = $1 and state <> 'held'";

  /** A held call goes too, unless the other is in one. */
  private static final String GIVE_BACK =
      """
      update call c set customer_id = $2 from known_sale s
      where c.customer_id = $1 and s.id = c.sale_id and s.customer_id = $2
        and (c.state <> 'held' or not exists (select from call h where h.customer_id = $2 and h.state = 'held'))
      """;

  private static final String GIVE_BACK_ATTEMPTS =
      """
      update attempt a set customer_id = $2 from call c
      where a.customer_id = $1 and c.id = a.call_id and c.customer_id = $2
      """;

  private static final String MOVE_ATTEMPTS =
      "update attempt set customer_id = $2 where customer_id = $1";

  /**
   * Adds calls; gives those that are new, because a contact is made once however often it is asked
   * for.
   */
  public Uni<List<Call>> add(SqlConnection transaction, List<Call> calls) {
    if (calls.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return transaction
        .preparedQuery(INSERT)
        .execute(CallRows.additions(calls))
        .map(
            rows -> {
              Set<UUID> added = HashSet.newHashSet(rows.size());
              rows.forEach(row -> added.add(row.getUUID(0)));
              return calls.stream().filter(call -> added.contains(call.id())).toList();
            });
  }

  /** Writes what became of calls that were locked in this transaction. */
  public Uni<Void> store(SqlConnection transaction, List<Call> calls) {
    return calls.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(STORE).execute(CallRows.changes(calls)).replaceWithVoid();
  }

  /** These calls, locked to the end of the transaction; what does not exist is left out. */
  public Uni<List<Call>> lock(SqlConnection transaction, Collection<UUID> ids) {
    return select(transaction, LOCK, ids);
  }

  /** All calls that these sales and what happened to them caused, locked. */
  public Uni<List<Call>> lockOfSales(SqlConnection transaction, Collection<UUID> sales) {
    return select(transaction, LOCK_OF_SALES, sales);
  }

  /** The same, as they are now. */
  Uni<List<Call>> findOfSales(SqlConnection connection, Collection<UUID> sales) {
    return select(connection, OF_SALES, sales);
  }

  /** The calls of these customers that have not come to an end, locked. */
  public Uni<List<Call>> lockOfCustomers(SqlConnection transaction, Collection<UUID> customers) {
    return select(transaction, LOCK_OF_CUSTOMERS, customers);
  }

  /**
   * One customer's calls and attempts are another's from now on. A held call stays as it is: the
   * survivor may be in a held call too; it moves when it comes back.
   */
  public Uni<Void> move(SqlConnection transaction, UUID from, UUID to) {
    return transaction
        .preparedQuery(MOVE)
        .execute(Tuple.of(from, to))
        .chain(() -> transaction.preparedQuery(MOVE_ATTEMPTS).execute(Tuple.of(from, to)))
        .replaceWithVoid();
  }

  /**
   * The calls of these customers that have not come to an end want who speaks their language, where
   * their step is not held in another.
   */
  public Uni<Void> speak(SqlConnection transaction, Collection<UUID> customers) {
    return transaction
        .preparedQuery(SPEAK)
        .execute(Tuple.of(customers.toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  /**
   * The calls of sales that are another customer's again, with their attempts, are theirs again.
   */
  public Uni<Void> giveBack(SqlConnection transaction, UUID from, UUID to) {
    return transaction
        .preparedQuery(GIVE_BACK)
        .execute(Tuple.of(from, to))
        .chain(() -> transaction.preparedQuery(GIVE_BACK_ATTEMPTS).execute(Tuple.of(from, to)))
        .replaceWithVoid();
  }

  private static Uni<List<Call>> select(
      SqlConnection transaction, String statement, Collection<UUID> ids) {
    return transaction
        .preparedQuery(statement)
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .map(Calls::calls);
  }

  /** The calls of a result that has {@link #COLUMNS}. */
  public static List<Call> calls(RowSet<Row> rows) {
    List<Call> calls = new ArrayList<>(rows.size());
    rows.forEach(row -> calls.add(CallRows.call(row)));
    return calls;
  }
}
