package io.aftercare.profile.gathering;

import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The talks and groups. */
@ApplicationScoped
class Gatherings {

  private static final String COLUMNS =
      "id, kind, message_key, store_id, place, starts_at, capacity, taken, cancelled_at";

  private static final String INSERT =
      """
      insert into gathering (id, kind, message_key, store_id, place, starts_at, capacity, announced_at, announced_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;

  private static final String AHEAD =
      "select "
          + COLUMNS
          + """
           from gathering where starts_at > $1 and ($2::text is null or store_id = $2)
          order by starts_at, id limit 200
          """;

  private static final String FIND = "select " + COLUMNS + " from gathering where id = $1";

  private static final String CANCEL =
      "update gathering set cancelled_at = coalesce(cancelled_at, $2) where id = $1 returning "
          + COLUMNS;

  Uni<Void> add(SqlConnection transaction, Gathering gathering, Instant now, String by) {
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addValue(gathering.id())
                .addValue(gathering.kind().name())
                .addValue(gathering.messageKey())
                .addValue(gathering.storeId())
                .addValue(gathering.place())
                .addValue(utc(gathering.startsAt()))
                .addValue(gathering.capacity())
                .addValue(utc(now))
                .addValue(by))
        .replaceWithVoid();
  }

  /** Those that begin after this moment, the next first, at most 200; of all stores when absent. */
  Uni<List<Gathering>> ahead(SqlConnection transaction, Instant now, @Nullable String storeId) {
    return transaction
        .preparedQuery(AHEAD)
        .execute(Tuple.of(utc(now), storeId))
        .map(
            rows -> {
              List<Gathering> found = new ArrayList<>(rows.size());
              rows.forEach(row -> found.add(gathering(row)));
              return found;
            });
  }

  /**
   * One of them.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none
   */
  Uni<Gathering> find(SqlConnection transaction, UUID id) {
    return one(transaction, FIND, Tuple.of(id), id);
  }

  /** Cancels it, if it is not; else as {@link #find}. */
  Uni<Gathering> cancel(SqlConnection transaction, UUID id, Instant now) {
    return one(transaction, CANCEL, Tuple.of(id, utc(now)), id);
  }

  private static Uni<Gathering> one(
      SqlConnection transaction, String statement, Tuple values, UUID id) {
    return transaction
        .preparedQuery(statement)
        .execute(values)
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw Problems.notFound("gathering", id);
              }
              return gathering(rows.iterator().next());
            });
  }

  private static Gathering gathering(Row row) {
    OffsetDateTime cancelled = row.getOffsetDateTime("cancelled_at");
    return new Gathering(
        row.getUUID("id"),
        Gathering.Kind.valueOf(row.getString("kind")),
        row.getString("message_key"),
        row.getString("store_id"),
        row.getString("place"),
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getInteger("capacity"),
        row.getInteger("taken"),
        cancelled == null ? null : cancelled.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
