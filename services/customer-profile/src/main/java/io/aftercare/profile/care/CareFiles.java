package io.aftercare.profile.care;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What is special in the care for customers; read with a record of who did. */
@ApplicationScoped
class CareFiles {

  private static final String FIND =
      """
      select a.subject, d.wish from customer c
      left join adviser a on a.customer_id = c.id
      left join delivery_wish d on d.customer_id = c.id
      where c.id = $1 and c.status <> 'ERASED'
      """;

  private static final String NOTE_DELIVERY =
      """
      insert into delivery_wish (customer_id, wish, noted_at, noted_by)
      select id, $2, $3, $4 from customer where id = $1 and status = 'ACTIVE'
      on conflict (customer_id) do update
        set wish = excluded.wish, noted_at = excluded.noted_at, noted_by = excluded.noted_by
      returning customer_id
      """;

  private final Scoped scoped;
  private final CareOffers offers;
  private final AccessLog accessLog;
  private final Clock clock;

  CareFiles(Scoped scoped, CareOffers offers, AccessLog accessLog, Clock clock) {
    this.scoped = scoped;
    this.offers = offers;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * The customer's.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach
   */
  Uni<CareFile> read(UUID customer, Caller caller) {
    return scoped.inTransaction(
        Reach.of(caller),
        transaction ->
            transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(customer))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next() : null)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("customer", customer))
                .call(
                    () ->
                        accessLog.read(
                            transaction, caller, "GET /customers/{id}/care", List.of(customer)))
                .chain(row -> file(transaction, customer, row)));
  }

  private Uni<CareFile> file(SqlConnection transaction, UUID customer, Row row) {
    String wish = row.getString("wish");
    return offers
        .ofCustomer(transaction, customer)
        .map(
            found ->
                new CareFile(
                    customer,
                    row.getString("subject"),
                    wish == null ? null : CareFile.Delivery.valueOf(wish),
                    found.stream().map(OfferView::of).toList()));
  }

  /**
   * Writes down how the customer wishes to get what they buy.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach
   */
  Uni<Void> noteDelivery(UUID customer, CareFile.Delivery wish, Caller caller) {
    return scoped.inTransaction(
        Reach.of(caller),
        transaction ->
            transaction
                .preparedQuery(NOTE_DELIVERY)
                .execute(
                    Tuple.of(
                        customer,
                        wish.name(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caller.subject()))
                .invoke(
                    rows -> {
                      if (rows.rowCount() == 0) {
                        throw Problems.notFound("customer", customer);
                      }
                    })
                .replaceWithVoid());
  }
}
