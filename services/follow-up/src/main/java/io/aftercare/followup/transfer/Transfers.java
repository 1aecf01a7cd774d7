package io.aftercare.followup.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All transfers. Who read of whom is on record in the reading statement itself. */
@ApplicationScoped
public class Transfers {

  static final String COLUMNS =
      """
      t.id, t.call_id, t.customer_id, t.store_id, t.agent, t.red_flags, t.place_confirmed, t.state, t.waiting_since,
      t.store_at, t.supervisor_at, t.taken_by, t.taken_at, t.ending, t.ended_at""";

  /** Whom a transfer waits for, by who asks: $1 sees all, $2 is the store they speak for. */
  static final String IN_REACH = "($1::boolean or (t.store_id = $2 and t.store_at is not null))";

  private static final String OPEN =
      """
      with seen as (
        select {columns} from transfer t
        where t.state in ('waiting', 'store', 'supervisor', 'taken') and {reach}
        order by t.state = 'taken', t.waiting_since limit 200
      ),
      logged as (
        insert into access_log (at, who, store_id, what, reason, customers)
        select $3, $4, $2, 'GET /transfers', 'clinical', array_agg(distinct customer_id) from seen having count(*) > 0
      )
      select * from seen
      """
          .replace("{columns}", COLUMNS)
          .replace("{reach}", IN_REACH);

  private static final String FIRST =
      """
      select id from transfer where state in ('waiting', 'store', 'supervisor')
      order by waiting_since limit 1
      """;

  private static final String FIND = "select " + COLUMNS + " from transfer t where t.id = $1";

  private final Pool pool;

  Transfers(Pool pool) {
    this.pool = pool;
  }

  /**
   * Who asks.
   *
   * @param all of the call centre: everything is theirs to see
   * @param store the store they speak for; absent for the call centre
   */
  record Reach(boolean all, @Nullable String store) {}

  /** The transfer that has waited longest for somebody who may advise; empty when none waits. */
  public Uni<Optional<UUID>> firstWaiting() {
    return pool.preparedQuery(FIRST)
        .execute()
        .map(
            rows ->
                rows.iterator().hasNext()
                    ? Optional.of(rows.iterator().next().getUUID(0))
                    : Optional.empty());
  }

  /** Those that wait, longest first, and then those that somebody is busy with. */
  Uni<List<TransferView>> open(Reach reach, OffsetDateTime now, String reader) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(reach.all(), reach.store(), now, reader))
        .map(Transfers::views);
  }

  Uni<Optional<TransferView>> find(SqlClient connection, UUID id) {
    return connection
        .preparedQuery(FIND)
        .execute(Tuple.of(id))
        .map(rows -> views(rows).stream().findFirst());
  }

  static List<TransferView> views(RowSet<Row> rows) {
    List<TransferView> views = new ArrayList<>(rows.size());
    rows.forEach(row -> views.add(view(row)));
    return views;
  }

  private static TransferView view(Row row) {
    return new TransferView(
        row.getUUID("id"),
        row.getUUID("call_id"),
        row.getUUID("customer_id"),
        row.getString("store_id"),
        row.getString("agent"),
        0,
        List.of(row.getArrayOfStrings("red_flags")),
        row.getBoolean("place_confirmed"),
        TransferState.of(row.getString("state")),
        row.getOffsetDateTime("waiting_since").toInstant(),
        instant(row, "store_at"),
        instant(row, "supervisor_at"),
        row.getString("taken_by"),
        instant(row, "taken_at"),
        row.getString("ending"),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
