package io.aftercare.followup.message;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All messages. Written by the batch: one statement, whatever the number of rows. */
@ApplicationScoped
public class Messages {

  private static final String INSERT =
      """
      insert into message (id, cause_id, sale_id, customer_id, store_id, programme, programme_version, step, priority,
        purpose, template, channel, due_at, closes_at, lapses_at, explained, opens, closes, zone, state, reason)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[],
        $8::smallint[], $9::smallint[], $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[],
        $15::timestamptz[], $16::text[], $17::time[], $18::time[], $19::text[], $20::text[], $21::text[])
      on conflict (cause_id, programme, step) do nothing
      returning id
      """;

  private static final String STORE =
      """
      update message m set
        version = n.version, channel = n.channel, due_at = n.due_at, closes_at = n.closes_at, explained = n.explained,
        state = n.state, sent_at = n.sent_at, reason = n.reason, reference = n.reference, lease_until = null,
        customer_id = n.customer_id, zone = n.zone
      from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[],
        $8::text[], $9::timestamptz[], $10::text[], $11::text[], $12::uuid[], $13::text[])
        as n(id, epoch, version, channel, due_at, closes_at, explained, state, sent_at, reason, reference,
          customer_id, zone)
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
           from message m where m.cause_id = any($1::uuid[]) and m.state in ('queued', 'waiting')
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

  /** Those that these causes made and that have not gone, locked. */
  Uni<List<Message>> lockOfCauses(SqlConnection transaction, Collection<UUID> causes) {
    return locked(transaction, LOCK_OF_CAUSES, causes);
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
