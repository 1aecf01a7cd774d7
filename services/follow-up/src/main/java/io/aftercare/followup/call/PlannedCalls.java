package io.aftercare.followup.call;

import io.aftercare.followup.programme.ContactKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks through the contacts that wait, in the order in which they were planned. */
@ApplicationScoped
class PlannedCalls {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String AFTER =
      """
      select * from (
        (select c.id, c.sale_id, c.due_at, c.cause_id, c.programme, c.step from call c
         where c.state = 'planned' and c.id > $1 and ($2::text is null or c.programme = $2)
         order by c.id limit $3)
        union all
        (select m.id, m.sale_id, m.due_at, m.cause_id, m.programme, m.step from message m
         where m.state in ('queued', 'waiting') and m.sale_id is not null and m.id > $1
           and ($2::text is null or m.programme = $2)
         order by m.id limit $3)) waiting
      order by id limit $3
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
   * A call or a message that waits.
   *
   * @param saleId the sale it is about
   */
  record Waiting(UUID id, UUID saleId, Instant dueAt, ContactKey key) {}

  /**
   * @param programme only of this one; absent for all
   * @param after only after this one; absent from the first
   */
  Uni<List<Waiting>> after(
      SqlConnection connection, @Nullable String programme, @Nullable UUID after, int limit) {
    return connection
        .preparedQuery(AFTER)
        .execute(Tuple.of(after == null ? FIRST : after, programme, limit))
        .map(rows -> rows.stream().map(PlannedCalls::waiting).toList());
  }

  private static Waiting waiting(Row row) {
    return new Waiting(
        row.getUUID("id"),
        row.getUUID("sale_id"),
        row.getOffsetDateTime("due_at").toInstant(),
        new ContactKey(row.getUUID("cause_id"), row.getString("programme"), row.getShort("step")));
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
