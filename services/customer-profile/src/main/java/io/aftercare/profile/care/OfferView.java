package io.aftercare.profile.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as staff see it.
 *
 * @param onDate the day to offer it, in the customer's own zone
 * @param expiresOn first day on which it is no longer offered
 */
public record OfferView(
    UUID id,
    long version,
    CareOffer.State state,
    CareOffer.Kind kind,
    UUID customerId,
    @Nullable UUID gatheringId,
    @Nullable String storeId,
    String messageKey,
    LocalDate onDate,
    @Nullable Instant startsAt,
    @Nullable LocalDate expiresOn) {

  public static OfferView of(CareOffer offer) {
    return new OfferView(
        offer.id(),
        offer.version(),
        offer.state(),
        offer.kind(),
        offer.customerId(),
        offer.about().gatheringId(),
        offer.storeId(),
        offer.messageKey(),
        offer.onDate(),
        offer.startsAt(),
        offer.expiresOn());
  }
}
