package io.aftercare.followup.number;

import io.aftercare.kit.batch.Columns;
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
      insert into number_request (customer_id, store_id, call_id, asked_at, for_caregiver) values ($1, $2, $3, $4, $5)
      on conflict (customer_id) where closed_at is null do nothing
      """;

  private static final String ANSWERED =
      "update number_request set closed_at = $2 where customer_id = $1 and closed_at is null";

  /** What was told of a customer counts for those who were merged into them as well. */
  private static final String SETTLE =
      """
      with told as (
        select * from unnest($1::uuid[], $2::boolean[], $3::boolean[], $4::boolean[], $5::timestamptz[])
          as t(id, self, caregiver, gone, at)
      ),
      whose as (
        select told.*, told.id as customer from told
        union all
        select told.*, k.id from told join known_customer k on k.merged_into = told.id
      )
      update number_request r set closed_at = w.at from whose w
      where r.customer_id = w.customer and r.closed_at is null
        and (w.gone or (w.at > r.asked_at and (w.caregiver or (w.self and not r.for_caregiver))))
      returning r.customer_id
      """;

  private static final String CLOSE =
      """
      with closed as (
        update number_request set closed_at = $3
        where customer_id = $1 and store_id = $2 and closed_at is null
        returning customer_id
      ),
      logged as (
        insert into access_log (at, who, store_id, what, reason, customers)
        select $3, $4, $2, 'POST /number-requests/{customer}/close', 'counter', array[customer_id] from closed
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
        insert into access_log (at, who, store_id, what, reason, customers)
        select $2, $3, $1, 'GET /number-requests', 'counter', array_agg(customer_id) from seen having count(*) > 0
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

  /** Which number is wanted. */
  public enum Wanted {
    /** One that reaches the customer, or somebody in their place. */
    ANY,
    /** A caregiver's: a child is not called itself. */
    CAREGIVER
  }

  /** Asks the store, where it has not been asked yet. */
  public Uni<Void> ask(
      SqlConnection transaction,
      UUID customer,
      String store,
      UUID call,
      Wanted wanted,
      Instant at) {
    return transaction
        .preparedQuery(ASK)
        .execute(
            Tuple.of(
                customer, store, call, at.atOffset(ZoneOffset.UTC), wanted == Wanted.CAREGIVER))
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

  /**
   * Who can be reached by now, as customer-profile tells it.
   *
   * @param self by a number of the customer's own
   * @param caregiver by somebody who may be called in the customer's place
   * @param gone nobody is to be called any more
   * @param at when it came to be so
   */
  public record Reachable(
      UUID customer, boolean self, boolean caregiver, boolean gone, Instant at) {}

  /**
   * Closes what is answered by what is told of customers. What was so before the store was asked
   * answers nothing.
   */
  public Uni<Void> settle(SqlConnection transaction, List<Reachable> told) {
    return told.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(SETTLE)
            .execute(
                Columns.of(told)
                    .with(UUID.class, Reachable::customer)
                    .with(Boolean.class, Reachable::self)
                    .with(Boolean.class, Reachable::caregiver)
                    .with(Boolean.class, Reachable::gone)
                    .withTime(Reachable::at)
                    .tuple())
            .invoke(
                closed ->
                    closed.forEach(
                        row ->
                            LOG.infof(
                                "Store needs no number any more, customer=%s", row.getUUID(0))))
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
