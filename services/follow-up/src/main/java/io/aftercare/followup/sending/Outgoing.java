package io.aftercare.followup.sending;

import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of messages as senders work it: by the batch, under a lease. */
@ApplicationScoped
class Outgoing {

  /**
   * Senders claim one after the other, so that no two of them take a message to the same customer:
   * caps are judged for one at a time.
   */
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtext('message'), 0)";

  private static final String CLAIM =
      """
      with first as (
        select m.id, m.customer_id, m.due_at from message m
        where m.state = 'queued' and m.due_at <= $1 and m.closes_at > $1 and m.programme <> all($4::text[])
          and not exists (select from message s where s.customer_id = m.customer_id and s.state = 'sending')
        order by m.due_at limit $2
      ),
      due as (
        select id, row_number() over (partition by customer_id order by due_at, id) as place from first
      ),
      claimed as (
        update message m set state = 'sending', epoch = m.epoch + 1, handed_at = null,
          lease_until = clock_timestamp() + $3::bigint * interval '1 second'
        from due where m.id = due.id and due.place = 1 and m.state = 'queued'
        returning m.*
      )
      select {columns}, coalesce(s.id, k.id) as owner, coalesce(s.zone, k.zone) as owner_zone,
             coalesce(s.preferred_channel, k.preferred_channel) as preferred,
             r.kind as request_kind, r.promised_at as request_promised_at
      from claimed m
      left join known_request r on r.id = m.cause_id
      left join known_customer k on k.id = m.customer_id
      left join known_customer s on s.id = k.merged_into
      order by m.due_at
      """
          .replace("{columns}", MessageRows.COLUMNS);

  private static final String HAND =
      """
      update message m set handed_at = $3, attempts = m.attempts + 1, channel = n.channel
      from unnest($1::uuid[], $2::bigint[], $4::text[]) as n(id, epoch, channel)
      where m.id = n.id and m.epoch = n.epoch and m.state = 'sending' and m.lease_until > clock_timestamp()
      returning m.id
      """;

  private static final String SENT =
      """
      select customer_id, sent_at from message
      where customer_id = any($1::uuid[]) and sent_at > $2 and state in ('sent', 'delivered')
      """;

  private final Pool pool;
  private final SendingRules rules;

  Outgoing(Pool pool, SendingRules rules) {
    this.pool = pool;
    this.rules = rules;
  }

  /**
   * A message that is due.
   *
   * @param owner the customer, or the one it was merged into; absent while not known
   * @param zone where the owner lives; absent while not known
   * @param preferred by which way they like best to hear from us; absent where they did not say
   * @param promised the service it is about; absent where it is about none
   */
  record Claimed(
      Message message,
      @Nullable UUID owner,
      @Nullable ZoneId zone,
      @Nullable String preferred,
      @Nullable Promised promised) {}

  /** A service and until when it is promised by now. */
  record Promised(String kind, Instant at) {}

  /**
   * Those that are due, at most one to a customer, now this sender's until the lease ends.
   *
   * @param paused programmes that rest: their messages are kept
   */
  Uni<List<Claimed>> claim(Instant now, Collection<String> paused) {
    return pool.withTransaction(
        transaction ->
            transaction
                .query(ONE_AT_A_TIME)
                .execute()
                .chain(
                    () ->
                        transaction
                            .preparedQuery(CLAIM)
                            .execute(
                                Tuple.of(
                                    utc(now),
                                    rules.batch(),
                                    rules.lease().toSeconds(),
                                    paused.toArray(String[]::new))))
                .map(Outgoing::claimed));
  }

  private static List<Claimed> claimed(RowSet<Row> rows) {
    List<Message> messages = MessageRows.messages(rows);
    List<Claimed> claimed = new ArrayList<>(messages.size());
    int next = 0;
    for (Row row : rows) {
      String zone = row.getString("owner_zone");
      claimed.add(
          new Claimed(
              messages.get(next++),
              row.getUUID("owner"),
              zone == null ? null : ZoneId.of(zone),
              row.getString("preferred"),
              promised(row)));
    }
    return claimed;
  }

  private static @Nullable Promised promised(Row row) {
    String kind = row.getString("request_kind");
    return kind == null
        ? null
        : new Promised(kind, row.getOffsetDateTime("request_promised_at").toInstant());
  }

  /**
   * Remembers, before it happens, that these go to a provider now.
   *
   * @return those that are still this sender's
   */
  Uni<Set<UUID>> hand(List<Message> messages, Instant now) {
    if (messages.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    UUID[] ids = messages.stream().map(Message::id).toArray(UUID[]::new);
    Long[] epochs = messages.stream().map(Message::epoch).toArray(Long[]::new);
    String[] channels =
        messages.stream()
            .map(message -> message.channel() == null ? null : message.channel().key())
            .toArray(String[]::new);
    return pool.preparedQuery(HAND)
        .execute(Tuple.of(ids, epochs, utc(now), channels))
        .map(
            rows -> {
              Set<UUID> held = HashSet.newHashSet(rows.size());
              rows.forEach(row -> held.add(row.getUUID(0)));
              return held;
            });
  }

  /** When these customers were written to since then. */
  Uni<Map<UUID, List<Instant>>> sent(Collection<UUID> customers, Instant since) {
    return pool.preparedQuery(SENT)
        .execute(Tuple.of(customers.toArray(UUID[]::new), utc(since)))
        .map(
            rows -> {
              Map<UUID, List<Instant>> sent = new HashMap<>();
              for (Row row : rows) {
                sent.computeIfAbsent(row.getUUID(0), any -> new ArrayList<>())
                    .add(row.getOffsetDateTime(1).toInstant());
              }
              return sent;
            });
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
