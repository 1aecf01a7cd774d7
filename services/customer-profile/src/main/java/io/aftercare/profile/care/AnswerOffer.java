package io.aftercare.profile.care;

import static io.aftercare.profile.care.CareOffer.State.ACCEPTED;
import static io.aftercare.profile.care.CareOffer.State.ATTENDED;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes down what a customer answers to an offer, and whether they came. */
@ApplicationScoped
public class AnswerOffer {

  private static final Logger LOG = Logger.getLogger(AnswerOffer.class);

  /** The row's lock lets nobody else take the same seat. */
  private static final String TAKE_SEAT =
      """
      update gathering set taken = taken + 1 where id = $1 and taken < capacity and cancelled_at is null
      returning taken
      """;

  private static final String LEAVE_SEAT = "update gathering set taken = taken - 1 where id = $1";

  private final Scoped scoped;
  private final CareOffers offers;
  private final AccessLog accessLog;

  AnswerOffer(Scoped scoped, CareOffers offers, AccessLog accessLog) {
    this.scoped = scoped;
    this.offers = offers;
    this.accessLog = accessLog;
  }

  /**
   * The offer as it then stands; the same answer again changes nothing.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach; 409 when it
   *     has come to another end, or no seat is left
   */
  Uni<CareOffer> answer(UUID id, CareOffer.State answer, Caller caller, String endpoint) {
    return scoped.inTransaction(
        Reach.of(caller),
        transaction ->
            answer(transaction, id, answer)
                .call(
                    offer ->
                        accessLog.read(
                            transaction, caller, endpoint, List.of(offer.customerId()))));
  }

  /**
   * The same within the caller's transaction, whose reach holds.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) as above
   */
  public Uni<CareOffer> answer(SqlConnection transaction, UUID id, CareOffer.State answer) {
    return offers
        .lock(transaction, id)
        .map(found -> found.orElseThrow(() -> Problems.notFound("offer", id)))
        .chain(
            offer ->
                offer.state() == answer
                    ? Uni.createFrom().item(offer)
                    : move(transaction, offer, answer));
  }

  private Uni<CareOffer> move(SqlConnection transaction, CareOffer offer, CareOffer.State answer) {
    if (!offer.mayBecome(answer)) {
      throw Problems.conflict(
          "offer-ended",
          "Offer %s was %s; nothing more comes of it."
              .formatted(offer.id(), offer.state().name().toLowerCase(Locale.ROOT)));
    }
    return seat(transaction, offer, answer)
        .chain(() -> offers.store(transaction, List.of(offer.moved(answer))))
        .map(List::getFirst)
        .invoke(moved -> LOG.infof("Offer answered, offer=%s state=%s", moved.id(), moved.state()));
  }

  private static Uni<Void> seat(
      SqlConnection transaction, CareOffer offer, CareOffer.State answer) {
    UUID gathering = offer.about().gatheringId();
    boolean had = offer.state() == ACCEPTED;
    boolean needs = answer == ACCEPTED || answer == ATTENDED;
    if (gathering == null || had == needs) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(needs ? TAKE_SEAT : LEAVE_SEAT)
        .execute(Tuple.of(gathering))
        .invoke(
            rows -> {
              if (needs && rows.rowCount() == 0) {
                throw Problems.conflict(
                    "gathering-full", "All seats are taken; offer another date.");
              }
            })
        .replaceWithVoid();
  }
}
