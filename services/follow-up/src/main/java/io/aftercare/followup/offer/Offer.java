package io.aftercare.followup.offer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the chain offers one customer, as far as a contact needs it.
 *
 * @param state {@code offered} while a contact may be made, {@code withdrawn} when it never counted
 * @param words names what is said, such as {@code birthday}
 * @param date the day to say it, in the customer's zone
 * @param channel as it was told; absent where we choose
 * @param expiresOn first day on which it is no longer said; absent where it stays
 * @param traceparent W3C trace context of the event; absent outside a trace
 */
record Offer(
    UUID id,
    String state,
    String kind,
    UUID customerId,
    @Nullable String storeId,
    String words,
    LocalDate date,
    @Nullable String channel,
    @Nullable LocalDate expiresOn,
    @Nullable String traceparent) {

  boolean stands() {
    return state.equals("offered");
  }

  /** It is as if it had never been made; an answer to it is none of that. */
  boolean isVoid() {
    return state.equals("withdrawn");
  }

  /** The programme under which it is said. */
  String programme() {
    return kind.equals("birthday") ? "greeting" : "seasonal";
  }
}
