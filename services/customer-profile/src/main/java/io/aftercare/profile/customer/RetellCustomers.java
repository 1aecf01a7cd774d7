package io.aftercare.profile.customer;

import static java.util.stream.Collectors.toMap;

import io.aftercare.kit.batch.Columns;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Tells of customers who are in other segments than before; nothing else of them changes. */
@ApplicationScoped
public class RetellCustomers {

  /** Of whoever was erased nothing is told again. */
  private static final String MOVE =
      """
      update customer c
      set segments = string_to_array(moved.segments, ','), version = c.version + 1, retold = c.retold + 1
      from unnest($1::uuid[], $2::text[]) as moved (id, segments)
      where c.id = moved.id and c.status <> 'ERASED'
      returning c.id, c.version, c.status, c.merged_into, c.birth_month, c.zone, c.window_from, c.window_to,
        c.languages, c.do_not_call, c.preferred_channel, c.segments, c.restricted,
        (select count(*)::int from phone p, lateral (select (cast($3 as timestamptz) at time zone c.zone)::date) today (day)
         where p.customer_id = c.id and not p.wrong
           and coalesce(p.valid_from <= day, true) and coalesce(day <= p.valid_to, true)) as numbers,
        exists (select from caregiver g, lateral (select (cast($3 as timestamptz) at time zone c.zone)::date) today (day)
                where g.customer_id = c.id and g.disclosure <> 'NOTHING' and not g.phone_wrong
                  and coalesce(g.valid_from <= day, true) and coalesce(day <= g.valid_to, true)) as caregiver
      """;

  private static final String ANSWERS =
      """
      select customer_id, purpose, channel, state from consent where customer_id = any($1) order by at, number
      """;

  /** A customer as events tell them, read without opening the file. */
  record Told(Row row, Map<Consent.Question, Consent.State> answers) {}

  private final Outbox outbox;
  private final Clock clock;

  RetellCustomers(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * In the caller's transaction.
   *
   * @param moved by customer, the names of the segments they are in by now, sorted
   */
  public Uni<Void> retell(SqlConnection transaction, Map<UUID, List<String>> moved) {
    if (moved.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Instant now = Instant.now(clock);
    Tuple columns =
        Columns.of(List.copyOf(moved.entrySet()))
            .with(UUID.class, Map.Entry::getKey)
            .with(String.class, each -> String.join(",", each.getValue()))
            .tuple()
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(MOVE)
        .execute(columns)
        .chain(rows -> told(transaction, rows))
        .chain(
            told ->
                outbox.append(
                    transaction,
                    told.stream().map(each -> CustomerEvents.retold(each, now)).toList()));
  }

  private static Uni<List<Told>> told(SqlConnection transaction, RowSet<Row> rows) {
    UUID[] ids =
        StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getUUID("id"))
            .toArray(UUID[]::new);
    return transaction
        .preparedQuery(ANSWERS)
        .execute(Tuple.of(ids))
        .map(
            answers -> {
              Map<UUID, Map<Consent.Question, Consent.State>> standing =
                  Arrays.stream(ids).collect(toMap(id -> id, id -> new TreeMap<>()));
              // Oldest first: the latest answer to a question stands.
              answers.forEach(
                  row -> standing.get(row.getUUID("customer_id")).put(question(row), state(row)));
              return StreamSupport.stream(rows.spliterator(), false)
                  .map(row -> new Told(row, standing.get(row.getUUID("id"))))
                  .toList();
            });
  }

  private static Consent.Question question(Row row) {
    return new Consent.Question(
        Consent.Purpose.valueOf(row.getString("purpose")),
        Consent.Channel.valueOf(row.getString("channel")));
  }

  private static Consent.State state(Row row) {
    return Consent.State.valueOf(row.getString("state"));
  }
}
