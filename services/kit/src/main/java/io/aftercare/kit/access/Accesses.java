package io.aftercare.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who read a person's data, newest first; a record shows once it is sealed, a second later. */
@ApplicationScoped
class Accesses {

  /**
   * @param place in the chain
   */
  record Access(long place, AccessRecord record) {}

  private static final String OF_PERSON =
      """
      select l.place, l.id, l.at, l.who, l.store_id, l.what, l.reason
      from access_log_of o join access_log l on l.place = o.place
      where o.person = $1 and o.place < $2
      order by o.place desc limit $3
      """;

  /**
   * @param before the place after which the page begins
   */
  Uni<List<Access>> of(SqlConnection transaction, UUID person, long before, int limit) {
    return transaction
        .preparedQuery(OF_PERSON)
        .execute(Tuple.of(person, before, limit))
        .map(rows -> rows.stream().map(row -> access(row, person)).toList());
  }

  private static Access access(Row row, UUID person) {
    return new Access(
        row.getLong("place"),
        new AccessRecord(
            row.getLong("id"),
            row.getOffsetDateTime("at").toInstant(),
            row.getString("who"),
            row.getString("store_id"),
            row.getString("what"),
            row.getString("reason"),
            List.of(person)));
  }
}
