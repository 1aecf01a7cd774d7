package io.aftercare.profile.care;

import io.aftercare.contracts.CareOfferEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.time.Instant;
import java.util.Locale;

/** An offer as the house is told of it. */
final class CareOfferEvents {

  private CareOfferEvents() {}

  static Event made(CareOffer offer, Instant at) {
    return event(EventTypes.CARE_OFFER_MADE, offer, at);
  }

  static Event changed(CareOffer offer, Instant at) {
    return event(EventTypes.CARE_OFFER_CHANGED, offer, at);
  }

  private static Event event(String type, CareOffer offer, Instant at) {
    return Event.of(Topics.CUSTOMERS, type, offer.id(), offer.version(), at, data(offer));
  }

  private static CareOfferEvent data(CareOffer offer) {
    return new CareOfferEvent(
        offer.id(),
        offer.version(),
        word(offer.state()),
        word(offer.kind()),
        offer.customerId(),
        offer.storeId(),
        offer.messageKey(),
        offer.onDate(),
        offer.channel() == null ? null : word(offer.channel()),
        offer.startsAt(),
        offer.expiresOn());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
