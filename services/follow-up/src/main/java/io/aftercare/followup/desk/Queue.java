package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.CallState;
import io.aftercare.followup.call.Calls;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls as people read them. Who read of whom is on record in the reading statement itself. */
@ApplicationScoped
class Queue {

  private static final String CURRENT =
      """
      with seen as (
        select {columns} from call c where c.holder = $1
      ),
      logged as (
        insert into access_log (at, who, what, customers)
        select $2, $1, 'GET /calls/current', array[customer_id] from seen
      )
      select * from seen
      """
          .replace("{columns}", Calls.COLUMNS);

  private static final String LIST =
      """
      with seen as (
        select {columns} from call c where {filter} order by c.id limit $1
      ),
      logged as (
        insert into access_log (at, who, what, customers)
        select $2, $3, 'GET /calls', array_agg(distinct customer_id) from seen having count(*) > 0
      )
      select * from seen
      """
          .replace("{columns}", Calls.COLUMNS);

  private static final String SUMMARY =
      """
      select state, priority, pharmacist, count(*) as calls,
             count(*) filter (where state = 'planned' and due_at <= $1 and closes_at > $1) as waiting,
             min(due_at) filter (where state = 'planned' and due_at <= $1 and closes_at > $1) as oldest
      from call group by state, priority, pharmacist order by state, priority, pharmacist
      """;

  private final Pool pool;
  private final Clock clock;

  Queue(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Which calls; what is absent does not matter.
   *
   * @param after only those after this one
   * @param limit items in a page
   */
  record Filter(
      @Nullable CallState state,
      @Nullable String programme,
      @Nullable UUID customerId,
      @Nullable UUID saleId,
      @Nullable UUID after,
      int limit) {}

  /**
   * How many calls there are of one kind.
   *
   * @param waiting of these, how many could be claimed now
   * @param oldest since when the first of them waits; absent when none does
   */
  record Count(
      CallState state,
      int priority,
      boolean pharmacist,
      long calls,
      long waiting,
      @Nullable Instant oldest) {}

  /** The call that this agent holds. */
  Uni<Optional<Call>> current(String agent) {
    return pool.preparedQuery(CURRENT)
        .execute(Tuple.of(agent, now()))
        .map(Calls::calls)
        .map(seen -> seen.stream().findFirst());
  }

  /**
   * Calls in the order in which they were planned; one more than the page holds, where there are
   * more.
   */
  Uni<List<Call>> list(Filter filter, String reader) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    Tuple values = Tuple.of(filter.limit() + 1, now(), reader);
    if (filter.state() != null) {
      // Literally, so that an index of that state alone can serve.
      conditions.add("c.state = '%s'".formatted(filter.state().key()));
    }
    add(conditions, values, "c.programme = $%d", filter.programme());
    add(conditions, values, "c.customer_id = $%d", filter.customerId());
    // In two halves, because each has its index.
    add(
        conditions,
        values,
        "(c.cause_id = $%1$d or (c.sale_id = $%1$d and c.cause_id <> c.sale_id))",
        filter.saleId());
    add(conditions, values, "c.id > $%d", filter.after());
    return pool.preparedQuery(LIST.replace("{filter}", String.join(" and ", conditions)))
        .execute(values)
        .map(Calls::calls);
  }

  /** How many calls there are, by state, priority and skill. */
  Uni<List<Count>> summary() {
    return pool.preparedQuery(SUMMARY)
        .execute(Tuple.of(now()))
        .map(
            rows -> {
              List<Count> counts = new ArrayList<>(rows.size());
              rows.forEach(row -> counts.add(count(row)));
              return counts;
            });
  }

  private static void add(
      List<String> conditions, Tuple values, String condition, @Nullable Object value) {
    if (value != null) {
      values.addValue(value);
      conditions.add(condition.formatted(values.size()));
    }
  }

  private static Count count(Row row) {
    OffsetDateTime oldest = row.getOffsetDateTime("oldest");
    return new Count(
        CallState.of(row.getString("state")),
        row.getShort("priority"),
        row.getBoolean("pharmacist"),
        row.getLong("calls"),
        row.getLong("waiting"),
        oldest == null ? null : oldest.toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
