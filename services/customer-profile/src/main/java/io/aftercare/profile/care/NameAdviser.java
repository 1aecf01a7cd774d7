package io.aftercare.profile.care;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Gives a customer an adviser of their own among the staff, and offers them to the customer. */
@ApplicationScoped
class NameAdviser {

  private static final Logger LOG = Logger.getLogger(NameAdviser.class);

  static final String MESSAGE = "adviser.named";

  private static final String NAME =
      """
      insert into adviser (customer_id, subject, named_at, named_by) values ($1, $2, $3, $4)
      on conflict (customer_id) do update
        set subject = excluded.subject, named_at = excluded.named_at, named_by = excluded.named_by
        where adviser.subject <> excluded.subject
      returning customer_id
      """;

  private static final String DISMISS = "delete from adviser where customer_id = $1";

  private static final String ZONE =
      "select zone from customer where id = $1 and status = 'ACTIVE' for share";

  private final Scoped scoped;
  private final CareOffers offers;
  private final Clock clock;

  NameAdviser(Scoped scoped, CareOffers offers, Clock clock) {
    this.scoped = scoped;
    this.offers = offers;
    this.clock = clock;
  }

  /**
   * Names the adviser; who was one before is none from now on. The same one again changes nothing.
   *
   * @param subject of a member of staff
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach
   */
  Uni<Void> name(UUID customer, String subject, String by, Reach reach) {
    return scoped.inTransaction(
        reach,
        transaction ->
            zone(transaction, customer)
                .chain(
                    zone ->
                        transaction
                            .preparedQuery(NAME)
                            .execute(
                                Tuple.of(
                                    customer,
                                    subject,
                                    clock.instant().atOffset(ZoneOffset.UTC),
                                    by))
                            .chain(
                                rows ->
                                    rows.rowCount() == 0
                                        ? Uni.createFrom().voidItem()
                                        : offer(transaction, customer, subject, zone))));
  }

  /** Nobody is the customer's adviser from now on. */
  Uni<Void> dismiss(UUID customer, Reach reach) {
    return scoped.inTransaction(
        reach,
        transaction ->
            zone(transaction, customer)
                .chain(() -> transaction.preparedQuery(DISMISS).execute(Tuple.of(customer)))
                .replaceWithVoid());
  }

  private Uni<Void> offer(SqlConnection transaction, UUID customer, String subject, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    var offer =
        CareOffer.of(
            CareOffer.Kind.ADVISER,
            customer,
            subject + " " + today,
            CareOffer.About.NOTHING,
            null,
            MESSAGE,
            today,
            null,
            null,
            null);
    return offers
        .make(transaction, List.of(offer))
        .invoke(() -> LOG.infof("Adviser named, customer=%s", customer))
        .replaceWithVoid();
  }

  private static Uni<ZoneId> zone(SqlConnection transaction, UUID customer) {
    return transaction
        .preparedQuery(ZONE)
        .execute(Tuple.of(customer))
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw Problems.notFound("customer", customer);
              }
              return ZoneId.of(rows.iterator().next().getString(0));
            });
  }
}
