package io.aftercare.followup.offer;

import io.aftercare.followup.holdout.Experiments;
import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.message.CancelMessages;
import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Occasion;
import io.aftercare.followup.message.ReviseMessages;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.programme.Step;
import io.aftercare.followup.window.MessageWindow;
import io.aftercare.followup.window.Slot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Plans a message for each offer that stands, moves the one that waits where the offer changed, and
 * calls off those of offers that no longer stand.
 */
@ApplicationScoped
class FollowOffers {

  private static final Logger LOG = Logger.getLogger(FollowOffers.class);

  /** How long an offer without an end is worth making. */
  private static final Duration PATIENCE = Duration.ofDays(3);

  /** Why a message goes that says what is offered no longer. */
  private static final String OFFER_CHANGED = "offer-changed";

  private final KnownCustomers customers;
  private final ReviseMessages reviseMessages;
  private final CancelMessages cancelMessages;
  private final Programmes programmes;
  private final Experiments experiments;

  FollowOffers(
      KnownCustomers customers,
      ReviseMessages reviseMessages,
      CancelMessages cancelMessages,
      Programmes programmes,
      Experiments experiments) {
    this.customers = customers;
    this.reviseMessages = reviseMessages;
    this.cancelMessages = cancelMessages;
    this.programmes = programmes;
    this.experiments = experiments;
  }

  /**
   * @param offers one entry per offer, its newest
   */
  Uni<Void> follow(SqlConnection transaction, List<Offer> offers) {
    if (offers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Map<UUID, String> ended = new HashMap<>();
    Map<UUID, String> voided = new HashMap<>();
    offers.stream()
        .filter(offer -> !offer.stands())
        .forEach(
            offer -> (offer.isVoid() ? voided : ended).put(offer.id(), "offer-" + offer.state()));
    List<Offer> standing = offers.stream().filter(Offer::stands).toList();
    return cancelMessages
        .ofCauses(transaction, ended)
        .chain(() -> cancelMessages.ofVoidCauses(transaction, voided))
        .chain(
            () -> customers.resolve(transaction, standing.stream().map(Offer::customerId).toList()))
        .chain(
            known -> reviseMessages.revise(transaction, occasions(standing, known), OFFER_CHANGED));
  }

  private List<Occasion> occasions(List<Offer> standing, Map<UUID, Resolved> known) {
    List<Occasion> occasions = new ArrayList<>(standing.size());
    for (Offer offer : standing) {
      Programme programme = programmes.inForce(offer.programme());
      if (programme == null) {
        LOG.infof("Offer passed over, offer=%s programme=%s rests", offer.id(), offer.programme());
      } else {
        occasions.add(occasion(offer, programme, known.get(offer.customerId())));
      }
    }
    return occasions;
  }

  private Occasion occasion(Offer offer, Programme programme, @Nullable Resolved owner) {
    Step step = programme.steps().getFirst();
    KnownCustomer customer = owner == null ? null : owner.customer();
    // Of a customer who is not known yet the sender learns the zone before anything goes.
    ZoneId zone = customer == null ? ZoneOffset.UTC : customer.zone();
    Slot slot =
        new MessageWindow(step.hours().opens(), step.hours().closes(), zone)
            .on(offer.date(), "offer for " + offer.date());
    Instant lapses =
        offer.expiresOn() == null
            ? slot.closesAt().plus(PATIENCE)
            : offer.expiresOn().atStartOfDay(zone).toInstant();
    UUID ofWhom = owner == null ? offer.customerId() : owner.id();
    return new Occasion(
        offer.id(),
        null,
        offer.customerId(),
        ofWhom,
        offer.storeId(),
        programme,
        step,
        offer.words(),
        channel(offer.channel()),
        step.hours(),
        slot,
        lapses,
        experiments.arm(programme.experiment(), ofWhom),
        null,
        offer.traceparent());
  }

  /** What nobody here can send, a call without a sale or a letter, is said at the counter. */
  private static @Nullable Channel channel(@Nullable String told) {
    return switch (told) {
      case null -> null;
      case "sms" -> Channel.SMS;
      case "email" -> Channel.EMAIL;
      case "wechat" -> Channel.WECHAT;
      default -> Channel.IN_PERSON;
    };
  }
}
