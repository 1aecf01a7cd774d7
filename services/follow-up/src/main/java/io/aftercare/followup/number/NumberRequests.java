package io.aftercare.followup.number;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What stores are asked: one open request for each customer, at the store that sold last. */
@ApplicationScoped
public class NumberRequests {

  private static final Logger LOG = Logger.getLogger(NumberRequests.class);

  private static final String ASK =
      """
      insert into number_request (customer_id, store_id, call_id, asked_at) values ($1, $2, $3, $4)
      on conflict (customer_id) where closed_at is null do nothing
      """;

  private static final String ANSWERED =
      "update number_request set closed_at = $2 where customer_id = $1 and closed_at is null";

  private static final String CLOSE =
      """
      with closed as (
        update number_request set closed_at = $3
        where customer_id = $1 and store_id = $2 and closed_at is null
        returning customer_id
      ),
      logged as (
        insert into access_log (at, who, store_id, what, customers)
        select $3, $4, $2, 'POST /number-requests/{customer}/close', array[customer_id] from closed
      )
      select customer_id from closed
      """;

  private static final String OPEN =
      """
      with seen as (
        select customer_id, call_id, asked_at from number_request
        where store_id = $1 and closed_at is null
        order by asked_at limit 200
      ),
      logged as (
        insert into access_log (at, who, store_id, what, customers)
        select $2, $3, $1, 'GET /number-requests', array_agg(customer_id) from seen having count(*) > 0
      )
      select * from seen
      """;

  private final Pool pool;

  NumberRequests(Pool pool) {
    this.pool = pool;
  }

  /**
   * A customer whom no number reaches.
   *
   * @param callId the call that could not be made
   */
  record Asked(UUID customerId, UUID callId, Instant askedAt) {}

  /** Asks the store, where it has not been asked yet. */
  public Uni<Void> ask(
      SqlConnection transaction, UUID customer, String store, UUID call, Instant at) {
    return transaction
        .preparedQuery(ASK)
        .execute(Tuple.of(customer, store, call, at.atOffset(ZoneOffset.UTC)))
        .invoke(
            rows -> {
              if (rows.rowCount() == 1) {
                LOG.infof(
                    "Store asked for a number, customer=%s call=%s store=%s",
                    customer, call, store);
              }
            })
        .replaceWithVoid();
  }

  /** There is a number that can be dialled: nobody needs to be asked any more. */
  public Uni<Void> answered(SqlConnection transaction, UUID customer, Instant at) {
    return transaction
        .preparedQuery(ANSWERED)
        .execute(Tuple.of(customer, at.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** The oldest first. */
  Uni<List<Asked>> open(String store, Instant now, String reader) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(store, now.atOffset(ZoneOffset.UTC), reader))
        .map(NumberRequests::asked);
  }

  /** Whether there was one of this store's. */
  Uni<Boolean> close(UUID customer, String store, Instant now, String who) {
    return pool.preparedQuery(CLOSE)
        .execute(Tuple.of(customer, store, now.atOffset(ZoneOffset.UTC), who))
        .map(rows -> rows.size() == 1);
  }

  private static List<Asked> asked(RowSet<Row> rows) {
    List<Asked> asked = new ArrayList<>(rows.size());
    rows.forEach(
        row ->
            asked.add(
                new Asked(
                    row.getUUID("customer_id"),
                    row.getUUID("call_id"),
                    row.getOffsetDateTime("asked_at").toInstant())));
    return asked;
  }
}
