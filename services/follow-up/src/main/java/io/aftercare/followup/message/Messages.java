package io.aftercare.followup.message;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** All messages. Written by the batch: one statement, whatever the number of rows. */
@ApplicationScoped
public class Messages {

  private static final String INSERT =
      """
      insert into message (id, cause_id, sale_id, customer_id, store_id, programme, programme_version, step, priority,
        purpose, template, channel, due_at, closes_at, lapses_at, explained, opens, closes, zone, state, reason,
        named_customer, experiment, arm)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[],
        $8::smallint[], $9::smallint[], $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[],
        $15::timestamptz[], $16::text[], $17::time[], $18::time[], $19::text[], $20::text[], $21::text[],
        $22::uuid[], $23::text[], $24::text[])
      on conflict (cause_id, programme, step) do nothing
      returning id
      """;

  private static final String STORE =
      """
      update message m set
        version = n.version, channel = n.channel, due_at = n.due_at, closes_at = n.closes_at, explained = n.explained,
        state = n.state, sent_at = n.sent_at, reason = n.reason, reference = n.reference, lease_until = null,
        customer_id = n.customer_id, zone = n.zone, lapses_at = n.lapses_at,
        programme_version = n.programme_version, opens = n.opens, closes = n.closes
      from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[],
        $8::text[], $9::timestamptz[], $10::text[], $11::text[], $12::uuid[], $13::text[], $14::timestamptz[],
        $15::int[], $16::time[], $17::time[])
        as n(id, epoch, version, channel, due_at, closes_at, explained, state, sent_at, reason, reference,
          customer_id, zone, lapses_at, programme_version, opens, closes)
      where m.id = n.id and m.epoch = n.epoch
      returning m.id
      """;

  private static final String LOCK =
      "select "
          + MessageRows.COLUMNS
          + " from message m where m.id = any($1::uuid[]) order by m.id for update";

  private static final String LOCK_OF_CAUSES =
      "select "
          + MessageRows.COLUMNS
          + """
           from message m where m.cause_id = any($1::uuid[])
          order by m.id for update
          """;

  private static final String LOCK_OF_SALES =
      "select "
          + MessageRows.COLUMNS
          + """
           from message m
          where m.cause_id = any(array(
            select unnest($1::uuid[]) union all select e.id from known_event e where e.sale_id = any($1::uuid[])))
          order by m.id for update
          """;

  private static final String LOCK_OF_CUSTOMERS =
      "select "
          + MessageRows.COLUMNS
          + """
           from message m where m.customer_id = any($1::uuid[]) and m.state in ('queued', 'waiting')
          order by m.id for update
          """;

  private static final String MOVE =
      "update message set customer_id = $2 where customer_id = $1 and state <> 'sending'";

  private static final String GIVE_BACK =
      """
      update message m set customer_id = $2
      where m.customer_id = $1 and m.state <> 'sending'
        and (m.named_customer = any($3::uuid[])
             or (m.named_customer is null
                 and exists (select from known_sale s where s.id = m.sale_id and s.customer_id = $2)))
      """;

  private static final String OF_OFFERS =
      """
      select local_date, count(*)::int as offers
      from (select (due_at at time zone zone)::date as local_date from message
            where programme = $1 and sale_id is null and due_at >= $2 and due_at < $3) made
      group by local_date order by local_date
      """;

  /** Adds messages; gives those that are new: a contact is made once, however often asked for. */
  Uni<List<Message>> add(SqlConnection transaction, List<Message> messages) {
    if (messages.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return transaction
        .preparedQuery(INSERT)
        .execute(MessageRows.additions(messages))
        .map(
            rows -> {
              Set<UUID> added = HashSet.newHashSet(rows.size());
              rows.forEach(row -> added.add(row.getUUID(0)));
              return messages.stream().filter(message -> added.contains(message.id())).toList();
            });
  }

  /** Writes what became of messages; gives those whose epoch still stood. */
  public Uni<List<Message>> store(SqlConnection transaction, List<Message> messages) {
    if (messages.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return transaction
        .preparedQuery(STORE)
        .execute(MessageRows.changes(messages))
        .map(
            rows -> {
              Set<UUID> stored = HashSet.newHashSet(rows.size());
              rows.forEach(row -> stored.add(row.getUUID(0)));
              return messages.stream().filter(message -> stored.contains(message.id())).toList();
            });
  }

  /** These messages, locked to the end of the transaction; what does not exist is left out. */
  public Uni<List<Message>> lock(SqlConnection transaction, Collection<UUID> ids) {
    return locked(transaction, LOCK, ids);
  }

  /** All that these causes made, locked. */
  Uni<List<Message>> lockOfCauses(SqlConnection transaction, Collection<UUID> causes) {
    return locked(transaction, LOCK_OF_CAUSES, causes);
  }

  /** All that these sales, and what happened to them, made, locked. */
  public Uni<List<Message>> lockOfSales(SqlConnection transaction, Collection<UUID> sales) {
    return locked(transaction, LOCK_OF_SALES, sales);
  }

  /** Those to these customers that have not gone, locked. */
  Uni<List<Message>> lockOfCustomers(SqlConnection transaction, Collection<UUID> customers) {
    return locked(transaction, LOCK_OF_CUSTOMERS, customers);
  }

  /**
   * One customer's messages are another's from now on; one that is being sent stays, and comes back
   * by the customer's file.
   */
  public Uni<Void> move(SqlConnection transaction, UUID from, UUID to) {
    return transaction.preparedQuery(MOVE).execute(Tuple.of(from, to)).replaceWithVoid();
  }

  /**
   * Those whose causes named a customer that is one of its own again are theirs again.
   *
   * @param ids all by which causes knew that customer
   */
  public Uni<Void> giveBack(SqlConnection transaction, UUID from, UUID to, UUID[] ids) {
    return transaction.preparedQuery(GIVE_BACK).execute(Tuple.of(from, to, ids)).replaceWithVoid();
  }

  /**
   * How many messages of a programme offers to customers made in a time, by local date.
   *
   * @param from the first instant
   * @param to the first instant after it
   */
  public Uni<Map<LocalDate, Integer>> ofOffers(
      SqlConnection connection, String programme, Instant from, Instant to) {
    return connection
        .preparedQuery(OF_OFFERS)
        .execute(Tuple.of(programme, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              Map<LocalDate, Integer> made = new TreeMap<>();
              rows.forEach(
                  row -> made.put(row.getLocalDate("local_date"), row.getInteger("offers")));
              return made;
            });
  }

  private static Uni<List<Message>> locked(
      SqlConnection transaction, String statement, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : transaction
            .preparedQuery(statement)
            .execute(Tuple.of(ids.toArray(UUID[]::new)))
            .map(MessageRows::messages);
  }
}
