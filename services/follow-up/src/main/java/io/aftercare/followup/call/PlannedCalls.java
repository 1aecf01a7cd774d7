package io.aftercare.followup.call;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks through the calls that wait, in the order in which they were planned. */
@ApplicationScoped
class PlannedCalls {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String AFTER =
      """
      select c.id from call c
      where c.state = 'planned' and c.id > $1 and ($2::text is null or c.programme = $2)
      order by c.id limit $3
      """;

  /** What was promised or is urgent is made although its programme rests. */
  private static final String TO_PAUSE =
      "select "
          + Calls.COLUMNS
          + """
           from call c
          where c.state = 'planned' and c.id > $1 and c.programme = $2 and c.priority > 1
          order by c.id limit $3 for update skip locked
          """;

  private static final String TO_RESUME =
      "select "
          + Calls.COLUMNS
          + """
           from call c where c.state = 'paused' and c.programme = any($1::text[])
          limit $2 for update skip locked
          """;

  /**
   * @param programme only of this one; absent for all
   * @param after only after this call; absent from the first
   */
  Uni<List<UUID>> after(
      SqlConnection connection, @Nullable String programme, @Nullable UUID after, int limit) {
    return connection
        .preparedQuery(AFTER)
        .execute(Tuple.of(after == null ? FIRST : after, programme, limit))
        .map(
            rows -> {
              List<UUID> ids = new ArrayList<>(rows.size());
              rows.forEach(row -> ids.add(row.getUUID(0)));
              return ids;
            });
  }

  /** Calls of a programme that can be claimed, locked; those in somebody's hands are left out. */
  Uni<List<Call>> toPause(
      SqlConnection transaction, String programme, @Nullable UUID after, int limit) {
    return transaction
        .preparedQuery(TO_PAUSE)
        .execute(Tuple.of(after == null ? FIRST : after, programme, limit))
        .map(Calls::calls);
  }

  /** Calls of these programmes that rest, locked. */
  Uni<List<Call>> toResume(SqlConnection transaction, Collection<String> programmes, int limit) {
    return transaction
        .preparedQuery(TO_RESUME)
        .execute(Tuple.of(programmes.toArray(String[]::new), limit))
        .map(Calls::calls);
  }
}
