package io.aftercare.profile.gathering;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.profile.care.CareOffer;
import io.aftercare.profile.customer.Consent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A talk, or a meeting of a group.
 *
 * @param messageKey names the words in which it is offered
 * @param storeId the store that holds it
 * @param place where to go, for people
 * @param capacity seats
 * @param taken seats of those who accepted or came
 * @param cancelledAt absent while it takes place
 */
record Gathering(
    UUID id,
    Kind kind,
    String messageKey,
    String storeId,
    String place,
    Instant startsAt,
    int capacity,
    int taken,
    @Nullable Instant cancelledAt) {

  /** What people come to. */
  enum Kind {
    @JsonProperty("talk")
    TALK(CareOffer.Kind.TALK),
    @JsonProperty("group")
    GROUP(CareOffer.Kind.GROUP);

    private final CareOffer.Kind offers;

    Kind(CareOffer.Kind offers) {
      this.offers = offers;
    }

    CareOffer.Kind offers() {
      return offers;
    }
  }

  /** Whether somebody may still be asked to it. */
  boolean isAhead(Instant now) {
    return cancelledAt == null && startsAt.isAfter(now);
  }

  /** A place offered to this customer today. */
  CareOffer offer(UUID customer, ZoneId zone, Consent.@Nullable Channel channel, Instant now) {
    return CareOffer.of(
        kind.offers,
        customer,
        id.toString(),
        new CareOffer.About(null, id),
        storeId,
        messageKey,
        LocalDate.ofInstant(now, zone),
        channel,
        startsAt,
        LocalDate.ofInstant(startsAt, zone).plusDays(1));
  }
}
