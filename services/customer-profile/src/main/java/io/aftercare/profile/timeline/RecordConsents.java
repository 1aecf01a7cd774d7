package io.aftercare.profile.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Enters the answers of consent that customers gave, each once. */
@ApplicationScoped
public class RecordConsents {

  private static final String ENTER =
      """
      insert into timeline_entry (id, version, kind, source_id, customer_id, at, state, detail)
      select a.id, 1, 'CONSENT', a.id, a.customer_id, a.at, lower(a.state),
        json_build_object('channel', replace(lower(a.channel), '_', '-'),
          'purpose', replace(lower(a.purpose), '_', '-'))::text
      from consent a join customer c on c.id = a.customer_id and c.status <> 'ERASED'
      """;

  private static final String ONCE = " order by a.id on conflict (id) do nothing";

  /** Those of these customers. */
  public Uni<Void> record(SqlConnection transaction, Collection<UUID> customers) {
    return transaction
        .preparedQuery(ENTER + " where a.customer_id = any($1)" + ONCE)
        .execute(Tuple.of(customers.toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  /** Everybody's; says how many were not there. */
  public Uni<Integer> recordAll(SqlConnection transaction) {
    return transaction.query(ENTER + ONCE).execute().map(SqlResult::rowCount);
  }
}
