package io.aftercare.profile.rights;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Erasing as the database does it; which tables there are it finds out by itself. */
@ApplicationScoped
class ErasedRows {

  /** One person may have several files that were merged; all of them are theirs. */
  private static final String SAME_PERSON =
      """
      with recursive same (id) as (
        select id from customer where id = $1
        union
        select linked.id from same, lateral (
          select c.id from customer c where c.merged_into = same.id
          union all
          select c.merged_into from customer c where c.id = same.id and c.merged_into is not null) linked
      )
      select same.id from same order by same.id
      """;

  private static final String LIVING =
      "select id from customer where id = any($1) and status <> 'ERASED' order by id for update";

  private static final String ERASE =
      """
      select whom.id, erased.version, erased.zone
      from unnest($1::uuid[]) as whom (id), lateral erase_customer(whom.id, $2) erased
      """;

  private static final String FORGET =
      "select forget_rows(whom.id, $2) from unnest($1::uuid[]) as whom (id)";

  private static final String NOTE =
      """
      insert into erasure (customer_id, at, asked_by) select id, $2, $3 from unnest($1::uuid[]) as whom (id)
      on conflict (customer_id) do nothing
      """;

  /** Tables that hold what a suspicion needs: which medicines, and when; they name nobody. */
  private static final String HELD =
      """
      select distinct table_name from customer_rows where table_name = any($1) order by 1
      """;

  /** An erased customer, as events tell of it. */
  record Erased(UUID id, long version, String zone) {}

  Uni<List<UUID>> samePerson(SqlConnection transaction, UUID customer) {
    return ids(transaction, SAME_PERSON, Tuple.of(customer));
  }

  /** Those who are not erased yet, locked. */
  Uni<List<UUID>> living(SqlConnection transaction, Collection<UUID> customers) {
    return ids(transaction, LIVING, Tuple.of(array(customers)));
  }

  Uni<List<Erased>> erase(
      SqlConnection transaction, Collection<UUID> customers, Collection<String> kept) {
    return transaction
        .preparedQuery(ERASE)
        .execute(Tuple.of(array(customers), kept.toArray(String[]::new)))
        .map(rows -> rows.stream().map(ErasedRows::erased).toList());
  }

  /** Erases what a hold had kept of customers who are erased. */
  Uni<Void> forgetRest(SqlConnection transaction, Collection<UUID> customers) {
    return transaction
        .preparedQuery(FORGET)
        .execute(Tuple.of(array(customers), new String[0]))
        .replaceWithVoid();
  }

  Uni<Void> note(
      SqlConnection transaction, Collection<UUID> customers, Instant at, String askedBy) {
    return transaction
        .preparedQuery(NOTE)
        .execute(Tuple.of(array(customers), at.atOffset(ZoneOffset.UTC), askedBy))
        .replaceWithVoid();
  }

  /** Those of these tables that there are. */
  Uni<List<String>> held(SqlConnection transaction, Collection<String> tables) {
    return transaction
        .preparedQuery(HELD)
        .execute(Tuple.of(tables.toArray(String[]::new)))
        .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
  }

  private static Uni<List<UUID>> ids(SqlConnection transaction, String query, Tuple with) {
    return transaction
        .preparedQuery(query)
        .execute(with)
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
  }

  private static Erased erased(Row row) {
    return new Erased(row.getUUID("id"), row.getLong("version"), row.getString("zone"));
  }

  private static UUID[] array(Collection<UUID> customers) {
    return customers.toArray(UUID[]::new);
  }
}
