package io.aftercare.profile.rights;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Every row that is kept of a person, in whichever table; still sealed. */
@ApplicationScoped
class PersonalRows {

  private static final String TABLES =
      """
      select 'customer' as table_name, 'id' as column_name, 0 as rank
      union all select table_name, column_name, 1 from customer_rows order by rank, table_name, column_name
      """;

  /**
   * One row.
   *
   * @param owner the customer it belongs to
   * @param columns as PostgreSQL writes a row as JSON
   */
  record Of(String table, UUID owner, JsonObject columns) {}

  private record Place(String table, String column) {}

  Uni<List<Of>> of(SqlConnection transaction, Collection<UUID> customers) {
    UUID[] whose = customers.toArray(UUID[]::new);
    return transaction
        .query(TABLES)
        .execute()
        .map(rows -> rows.stream().map(PersonalRows::place).toList())
        .chain(
            places ->
                Multi.createFrom()
                    .iterable(places)
                    .onItem()
                    .transformToUniAndConcatenate(place -> rows(transaction, place, whose))
                    .collect()
                    .in(java.util.ArrayList<Of>::new, List::addAll))
        .map(List::copyOf);
  }

  private static Uni<List<Of>> rows(SqlConnection transaction, Place place, UUID[] whose) {
    // The names are the database's own, from its catalogue.
    String query =
        "select to_jsonb(t) as columns, t.\"%2$s\" as owner from \"%1$s\" t where t.\"%2$s\" = any($1)"
            .formatted(place.table(), place.column());
    return transaction
        .preparedQuery(query)
        .execute(Tuple.of(whose))
        .map(rows -> rows.stream().map(row -> of(place, row)).toList());
  }

  private static Place place(Row row) {
    return new Place(row.getString("table_name"), row.getString("column_name"));
  }

  private static Of of(Place place, Row row) {
    return new Of(place.table(), row.getUUID("owner"), row.getJsonObject("columns"));
  }
}
