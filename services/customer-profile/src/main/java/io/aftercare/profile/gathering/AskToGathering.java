package io.aftercare.profile.gathering;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.care.AnswerOffer;
import io.aftercare.profile.care.Audience;
import io.aftercare.profile.care.CareOffer;
import io.aftercare.profile.care.CareOffers;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks customers to a gathering, or takes in one who asks. */
@ApplicationScoped
class AskToGathering {

  private static final Logger LOG = Logger.getLogger(AskToGathering.class);

  private static final int BATCH = 1_000;

  private static final String ZONE =
      "select zone from customer where id = $1 and status = 'ACTIVE' for share";

  /**
   * Who is asked: those named, or all who fit; in either case only who agreed to be offered
   * something.
   *
   * @param storeId the store's own customers alone
   * @param ageFrom years; the youngest
   * @param ageBelow years; the first who is too old
   * @param segment name of a published one; who is in it alone
   * @param channel by which they are asked
   */
  record Invitation(
      @Nullable @Size(min = 1, max = 1_000) List<@NotNull UUID> customerIds,
      @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "must be a store's id")
          String storeId,
      @Nullable @Min(0) @Max(130) Integer ageFrom,
      @Nullable @Min(1) @Max(130) Integer ageBelow,
      @Nullable @Size(max = 64) String segment,
      Consent.@Nullable Channel channel) {}

  private final Scoped scoped;
  private final Gatherings gatherings;
  private final Audience audience;
  private final CareOffers offers;
  private final AnswerOffer answerOffer;
  private final Clock clock;

  AskToGathering(
      Scoped scoped,
      Gatherings gatherings,
      Audience audience,
      CareOffers offers,
      AnswerOffer answerOffer,
      Clock clock) {
    this.scoped = scoped;
    this.gatherings = gatherings;
    this.audience = audience;
    this.offers = offers;
    this.answerOffer = answerOffer;
    this.clock = clock;
  }

  /**
   * Asks, each customer once, whatever became of it.
   *
   * @return how many were asked that had not been before
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     gathering, 409 when it does not lie ahead, 400 when nobody knows the segment
   */
  Uni<Integer> ask(UUID gathering, Invitation invitation) {
    return scoped
        .inTransaction(
            new Reach.Chain(),
            transaction ->
                audience
                    .refuseUnknown(transaction, invitation.segment())
                    .chain(() -> ahead(transaction, gathering)))
        .chain(found -> ask(found, invitation, null))
        .invoke(asked -> LOG.infof("Customers asked, gathering=%s customers=%d", gathering, asked));
  }

  private Uni<Integer> ask(Gathering gathering, Invitation invitation, @Nullable UUID after) {
    return scoped
        .inTransaction(new Reach.Chain(), tx -> batch(tx, gathering, invitation, after))
        .chain(
            done ->
                done.last == null
                    ? Uni.createFrom().item(done.asked)
                    : ask(gathering, invitation, done.last).map(more -> more + done.asked));
  }

  /**
   * @param last where to go on; absent at the end
   */
  private record Done(int asked, @Nullable UUID last) {}

  private Uni<Done> batch(
      SqlConnection transaction, Gathering gathering, Invitation invitation, @Nullable UUID after) {
    Instant now = clock.instant();
    return audience
        .find(transaction, wanted(invitation, now), after, BATCH)
        .chain(
            members ->
                offers
                    .make(
                        transaction,
                        members.stream()
                            .map(
                                member ->
                                    gathering.offer(
                                        member.id(), member.zone(), invitation.channel(), now))
                            .toList())
                    .map(
                        made ->
                            new Done(
                                made.size(),
                                members.size() < BATCH ? null : members.getLast().id())));
  }

  private static Audience.Wanted wanted(Invitation invitation, Instant now) {
    LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
    return new Audience.Wanted(
        null,
        invitation.storeId(),
        invitation.ageFrom() == null ? null : month.minusYears(invitation.ageFrom()),
        invitation.ageBelow() == null ? null : month.minusYears(invitation.ageBelow()),
        null,
        invitation.customerIds() == null ? null : invitation.customerIds().toArray(UUID[]::new),
        invitation.channel(),
        invitation.segment());
  }

  /**
   * A customer asks to come, in the store or on the phone, and has a seat.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     gathering, or no such customer within reach; 409 when it does not lie ahead, or is full
   */
  Uni<CareOffer> signUp(UUID gathering, UUID customer, Reach reach) {
    return scoped.inTransaction(
        reach,
        transaction ->
            ahead(transaction, gathering)
                .call(found -> offer(transaction, found, customer))
                .chain(
                    found ->
                        offers.find(
                            transaction, customer, found.kind().offers(), gathering.toString()))
                .chain(offer -> answerOffer.answer(transaction, offer, CareOffer.State.ACCEPTED)));
  }

  private Uni<List<CareOffer>> offer(
      SqlConnection transaction, Gathering gathering, UUID customer) {
    return transaction
        .preparedQuery(ZONE)
        .execute(Tuple.of(customer))
        .chain(
            rows -> {
              if (rows.rowCount() == 0) {
                throw Problems.notFound("customer", customer);
              }
              ZoneId zone = ZoneId.of(rows.iterator().next().getString(0));
              return offers.make(
                  transaction, List.of(gathering.offer(customer, zone, null, clock.instant())));
            });
  }

  private Uni<Gathering> ahead(SqlConnection transaction, UUID id) {
    return gatherings
        .find(transaction, id)
        .invoke(
            found -> {
              if (!found.isAhead(clock.instant())) {
                throw Problems.conflict(
                    "gathering-over", "Gathering %s was cancelled or has begun.".formatted(id));
              }
            });
  }
}
