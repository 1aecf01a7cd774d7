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
        insert into access_log (at, who, what, reason, customers)
        select $2, $1, 'GET /calls/current', 'call', array[customer_id] from seen
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
        insert into access_log (at, who, what, reason, customers)
        select $2, $3, 'GET /calls', 'supervision', array_agg(distinct customer_id) from seen having count(*) > 0
      )
      select * from seen
      """
          .replace("{columns}", Calls.COLUMNS);

  /**
   * Of what is planned, only what falls due before a time, each priority and skill by itself: the
   * indexes of the queue serve it, and calls of the future or of the past cost nothing. (The offset
   * keeps the planner from turning the ten looks into one walk through all that is planned.)
   */
  private static final String SUMMARY =
      """
      select 'planned' as state, k.priority, k.pharmacist, c.zone, count(*) as calls,
             count(*) filter (where open) as waiting,
             count(*) filter (where open and due_at > $1 - interval '15 minutes') as young,
             count(*) filter (where open and due_at > $1 - interval '1 hour') as within_hour,
             count(*) filter (where open and due_at > $1 - interval '4 hours') as within_four,
             min(due_at) filter (where open) as oldest
      from (select g.priority::smallint, p.pharmacist
            from generate_series(0, 4) g(priority), (values (false), (true)) p(pharmacist)) k
      cross join lateral (
        select zone, due_at, due_at <= $1 and closes_at > $1 as open from call
        where state = 'planned' and pharmacist = k.pharmacist and priority = k.priority and due_at < $2
        offset 0) c
      group by k.priority, k.pharmacist, c.zone
      union all
      select 'held', priority, pharmacist, zone, count(*), 0, 0, 0, 0, null
      from call where holder is not null group by priority, pharmacist, zone
      union all
      select 'supervisor', priority, pharmacist, zone, count(*), 0, 0, 0, 0, null
      from call where state = 'supervisor' group by priority, pharmacist, zone
      order by priority, pharmacist, zone
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
   * @param zone where those who are called live
   * @param waiting of these, how many could be claimed now
   * @param ages of those that wait, for how long
   * @param oldest since when the first of them waits; absent when none does
   */
  record Count(
      CallState state,
      int priority,
      boolean pharmacist,
      String zone,
      long calls,
      long waiting,
      Ages ages,
      @Nullable Instant oldest) {}

  /** How many have been waiting for how long; each is counted once. */
  record Ages(long under15Minutes, long underAnHour, long under4Hours, long longer) {

    static final Ages NONE = new Ages(0, 0, 0, 0);

    Ages plus(Ages other) {
      return new Ages(
          under15Minutes + other.under15Minutes,
          underAnHour + other.underAnHour,
          under4Hours + other.under4Hours,
          longer + other.longer);
    }
  }

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

  /**
   * How many calls are open, by state, priority, skill and zone.
   *
   * @param until of what is planned, only what falls due before
   */
  Uni<List<Count>> summary(Instant until) {
    return pool.preparedQuery(SUMMARY)
        .execute(Tuple.of(now(), until.atOffset(ZoneOffset.UTC)))
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
        row.getString("zone"),
        row.getLong("calls"),
        row.getLong("waiting"),
        new Ages(
            row.getLong("young"),
            row.getLong("within_hour") - row.getLong("young"),
            row.getLong("within_four") - row.getLong("within_hour"),
            row.getLong("waiting") - row.getLong("within_four")),
        oldest == null ? null : oldest.toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
