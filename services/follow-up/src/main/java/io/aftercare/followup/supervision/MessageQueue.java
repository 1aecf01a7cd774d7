package io.aftercare.followup.supervision;

import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageRows;
import io.aftercare.followup.message.MessageState;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages as supervisors read them. */
@ApplicationScoped
class MessageQueue {

  private static final String LIST =
      "select " + MessageRows.COLUMNS + " from message m where %s order by m.id limit $1";

  /** What is open, by its own indexes; of what has gone nobody asks for the whole of history. */
  private static final String WAITING =
      """
      select 'queued' as state, count(*) filter (where due_at <= $1) as due, count(*) as messages, min(due_at) as oldest
      from message where state = 'queued' and due_at < $2
      union all
      select 'waiting', count(*), count(*), min(lapses_at) from message where state = 'waiting'
      union all
      select 'sending', count(*), count(*), min(due_at) from message where state = 'sending'
      """;

  private final Pool pool;
  private final AccessLog accessLog;
  private final Clock clock;

  MessageQueue(Pool pool, AccessLog accessLog, Clock clock) {
    this.pool = pool;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * Which messages; what is absent does not matter.
   *
   * @param after only those after this one
   * @param limit items in a page
   */
  record Filter(
      @Nullable MessageState state,
      @Nullable String programme,
      @Nullable UUID customerId,
      @Nullable UUID after,
      int limit) {}

  /**
   * How many there are in a state.
   *
   * @param due of these, how many could go now
   * @param oldest since when the first of them waits; absent where there is none
   */
  record Count(String state, long due, long messages, @Nullable Instant oldest) {}

  /**
   * In the order in which they were planned; one more than the page holds, where there are more.
   */
  Uni<List<Message>> list(Filter filter, Caller caller) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    Tuple values = Tuple.of(filter.limit() + 1);
    if (filter.state() != null) {
      conditions.add("m.state = '%s'".formatted(filter.state().key()));
    }
    add(conditions, values, "m.programme = $%d", filter.programme());
    add(conditions, values, "m.customer_id = $%d", filter.customerId());
    add(conditions, values, "m.id > $%d", filter.after());
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(LIST.formatted(String.join(" and ", conditions)))
                .execute(values)
                .map(MessageRows::messages)
                .call(
                    found ->
                        accessLog.read(
                            transaction,
                            caller,
                            "GET /messages",
                            found.stream().map(Message::customerId).toList())));
  }

  /**
   * @param until of what is queued, only what falls due before
   */
  Uni<List<Count>> open(Instant until) {
    return pool.preparedQuery(WAITING)
        .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              List<Count> counts = new ArrayList<>();
              rows.forEach(row -> counts.add(count(row)));
              return counts;
            });
  }

  private static Count count(Row row) {
    OffsetDateTime oldest = row.getOffsetDateTime("oldest");
    return new Count(
        row.getString("state"),
        row.getLong("due"),
        row.getLong("messages"),
        oldest == null ? null : oldest.toInstant());
  }

  private static void add(
      List<String> conditions, Tuple values, String condition, @Nullable Object value) {
    if (value != null) {
      values.addValue(value);
      conditions.add(condition.formatted(values.size()));
    }
  }
}
