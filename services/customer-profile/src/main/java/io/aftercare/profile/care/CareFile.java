package io.aftercare.profile.care;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is special in the care for one customer.
 *
 * @param adviser the subject of their own adviser; absent where they have none
 * @param delivery how they wish to get what they buy; absent where nobody asked
 * @param offers newest first, at most 200
 */
record CareFile(
    UUID customerId,
    @Nullable String adviser,
    @Nullable Delivery delivery,
    List<OfferView> offers) {

  /** How somebody gets what they buy. */
  enum Delivery {
    @JsonProperty("home")
    HOME,
    @JsonProperty("pick-up")
    PICK_UP,
    @JsonProperty("locker")
    LOCKER
  }
}
