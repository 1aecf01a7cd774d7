package io.aftercare.followup.call;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The calls with the moment of their last event, as far as it matters to others. */
@ApplicationScoped
class ToldCalls {

  private static final String AFTER =
      "select "
          + Calls.COLUMNS
          + """
          , coalesce((select max(a.ended_at) from attempt a where a.call_id = c.id), c.due_at) as told_at
          from call c where c.id > $1 order by c.id limit $2
          """;

  /**
   * @param at when the last attempt ended, or before the first when the call is due
   */
  record Told(Call call, Instant at) {}

  /** By id. */
  Uni<List<Told>> after(SqlConnection connection, UUID after, int limit) {
    return connection
        .preparedQuery(AFTER)
        .execute(Tuple.of(after, limit))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Told(
                                CallRows.call(row), row.getOffsetDateTime("told_at").toInstant()))
                    .toList());
  }
}
