package io.aftercare.profile.rights;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Suspected adverse reactions that have to stay provable. */
@ApplicationScoped
class LegalHolds {

  private static final String PUT =
      """
      insert into legal_hold (id, customer_id, since, released_at) values ($1, $2, $3, $4)
      on conflict (id) do update set customer_id = excluded.customer_id, released_at = excluded.released_at
      """;

  private static final String STANDING =
      "select id from legal_hold where customer_id = any($1) and released_at is null order by id";

  private static final String RELEASE =
      """
      update legal_hold set released_at = $3 where id = $1 and customer_id = $2 and released_at is null
      returning id
      """;

  /** The suspicion as it now stands; one that was recorded by mistake holds nothing. */
  Uni<Void> put(SqlConnection transaction, Hold hold) {
    return transaction
        .preparedQuery(PUT)
        .execute(
            Tuple.of(
                hold.reaction(),
                hold.customer(),
                hold.since().atOffset(ZoneOffset.UTC),
                hold.withdrawnAt() == null ? null : hold.withdrawnAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** The suspicions that hold something of these customers. */
  Uni<List<UUID>> standing(SqlConnection transaction, Collection<UUID> customers) {
    return transaction
        .preparedQuery(STANDING)
        .execute(Tuple.of(customers.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
  }

  /** False when there is no such hold any more. */
  Uni<Boolean> release(SqlConnection transaction, UUID reaction, UUID customer, Instant at) {
    return transaction
        .preparedQuery(RELEASE)
        .execute(Tuple.of(reaction, customer, at.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.size() == 1);
  }
}
