package io.aftercare.followup.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was planned, what arrived late and what attempts took: numbers alone, of no one in
 * particular.
 */
@ApplicationScoped
class History {

  /** By priority and skill apart, as the queue's index has it, so that only that day is read. */
  private static final String PLANNED =
      """
      select k.pharmacist, extract(hour from c.due_at at time zone $3)::int as hour, count(*) as calls
      from (select p.pharmacist, g.priority::smallint from (values (false), (true)) p(pharmacist),
              generate_series(0, 4) g(priority)) k
      cross join lateral (
        select due_at from call
        where state = 'planned' and pharmacist = k.pharmacist and priority = k.priority
          and due_at >= $1 and due_at < $2
        offset 0) c
      group by 1, 2
      """;

  /** Calls of one day whose sale came after the hour of the day before at which we look. */
  private static final String ARRIVED_LATE =
      """
      select c.pharmacist, extract(hour from c.due_at at time zone $4)::int as hour, count(*) as calls
      from known_sale s join call c on c.cause_id = s.id
      where s.occurred_at >= $1 and s.occurred_at < $3 and c.due_at >= $2 and c.due_at < $3
      group by 1, 2
      """;

  private static final String TOOK =
      """
      select c.pharmacist, count(*) as attempts,
             avg(extract(epoch from a.ended_at - a.permitted_at))::float8 as seconds
      from attempt a join call c on c.id = a.call_id
      where a.ended_at >= $1 and a.ended_at < $2 and a.disposition is not null
      group by 1
      """;

  /**
   * By the clock of the person called, and by each segment they belong to; where none is known, by
   * age, which is known to the month.
   */
  private static final String ANSWERED =
      """
      select extract(hour from a.permitted_at at time zone c.zone)::int as hour, s.segment,
             count(*) as dialled, count(*) filter (where a.answered) as answered
      from attempt a join call c on c.id = a.call_id left join known_customer k on k.id = a.customer_id
      cross join lateral unnest(
        case when coalesce(k.segments, '') <> '' then string_to_array(k.segments, ',')
             when k.birth_month is null then array['unknown']
             when to_date(k.birth_month, 'YYYY-MM') > $2::timestamptz - interval '12 years' then array['child']
             when to_date(k.birth_month, 'YYYY-MM') > $2::timestamptz - interval '30 years' then array['young']
             when to_date(k.birth_month, 'YYYY-MM') > $2::timestamptz - interval '65 years' then array['adult']
             else array['elderly'] end) s(segment)
      where a.ended_at >= $1 and a.ended_at < $2 and a.disposition is not null
      group by 1, 2
      """;

  private final Pool pool;

  History(Pool pool) {
    this.pool = pool;
  }

  /** So many calls for a skill in an hour of a local day. */
  record Load(boolean pharmacist, int hour, double calls) {}

  /**
   * What attempts took.
   *
   * @param attempts how many were measured
   */
  record Took(long attempts, Duration mean) {}

  /** How often people of a segment were dialled in an hour of their day, and answered. */
  record Answered(String segment, int hour, long dialled, long answered) {}

  /** What is planned to fall due on this date. */
  Uni<List<Load>> planned(LocalDate date, ZoneId zone) {
    return pool.preparedQuery(PLANNED)
        .execute(Tuple.of(start(date, zone), start(date.plusDays(1), zone), zone.getId()))
        .map(rows -> loads(rows, 1));
  }

  /**
   * What fell due on the same weekday of the weeks before though its sale was still to come when
   * the day was as far away as it is now; the mean of the weeks.
   *
   * @param ahead from now to the beginning of the date
   */
  Uni<List<Load>> arrivedLate(LocalDate date, ZoneId zone, Duration ahead, int weeks) {
    Uni<List<Load>> all = Uni.createFrom().item(List.of());
    for (int week = 1; week <= weeks; week++) {
      LocalDate then = date.minusWeeks(week);
      OffsetDateTime begins = start(then, zone);
      Tuple day =
          Tuple.of(begins.minus(ahead), begins, start(then.plusDays(1), zone), zone.getId());
      all =
          all.chain(
              before ->
                  pool.preparedQuery(ARRIVED_LATE)
                      .execute(day)
                      .map(rows -> sum(before, loads(rows, weeks))));
    }
    return all;
  }

  /** What attempts took, by whether they needed a pharmacist. */
  Uni<Map<Boolean, Took>> took(Instant from, Instant to) {
    return pool.preparedQuery(TOOK)
        .execute(Tuple.of(utc(from), utc(to)))
        .map(
            rows -> {
              Map<Boolean, Took> took = new TreeMap<>();
              for (Row row : rows) {
                Duration mean = Duration.ofMillis(Math.round(row.getDouble("seconds") * 1_000));
                took.put(row.getBoolean("pharmacist"), new Took(row.getLong("attempts"), mean));
              }
              return took;
            });
  }

  Uni<List<Answered>> answered(Instant from, Instant to) {
    return pool.preparedQuery(ANSWERED)
        .execute(Tuple.of(utc(from), utc(to)))
        .map(
            rows -> {
              List<Answered> answered = new ArrayList<>(rows.size());
              rows.forEach(
                  row ->
                      answered.add(
                          new Answered(
                              row.getString("segment"),
                              row.getInteger("hour"),
                              row.getLong("dialled"),
                              row.getLong("answered"))));
              return answered;
            });
  }

  private static List<Load> loads(RowSet<Row> rows, int share) {
    List<Load> loads = new ArrayList<>(rows.size());
    rows.forEach(
        row ->
            loads.add(
                new Load(
                    row.getBoolean("pharmacist"),
                    row.getInteger("hour"),
                    row.getLong("calls") / (double) share)));
    return loads;
  }

  static List<Load> sum(List<Load> some, List<Load> others) {
    List<Load> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static OffsetDateTime start(LocalDate date, ZoneId zone) {
    return utc(date.atStartOfDay(zone).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Absent where too few were measured. */
  static @Nullable Duration mean(@Nullable Took took, int measured) {
    return took == null || took.attempts() < measured || took.mean().isZero() ? null : took.mean();
  }
}
