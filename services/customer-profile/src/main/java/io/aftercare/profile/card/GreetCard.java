package io.aftercare.profile.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.profile.customer.Allergy;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.TakeCare;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the counter needs to greet somebody by name, and to say the right thing next.
 *
 * @param preferredName the name to greet with
 * @param pronunciation how it is said
 * @param languages BCP 47, best first
 * @param allergies medicines that the customer does not bear
 * @param doNotCall the customer does not want to be called; nobody should promise them a call
 * @param takeCare what to take care of with this customer, and what helps
 * @param birthdayIn days until the next birthday, 0 today; absent where it is further off than a
 *     week, or unknown
 * @param today what matters today, the weightiest first
 */
record GreetCard(
    UUID id,
    Customer.Status status,
    String preferredName,
    @Nullable String pronunciation,
    List<String> languages,
    List<Allergy> allergies,
    boolean doNotCall,
    @Nullable TakeCare takeCare,
    @Nullable Integer birthdayIn,
    List<Matter> today) {

  /** Something that somebody at the counter should think of. */
  enum Matter {
    @JsonProperty("deceased")
    DECEASED,
    @JsonProperty("take-care")
    TAKE_CARE,
    @JsonProperty("allergies")
    ALLERGIES,
    @JsonProperty("birthday")
    BIRTHDAY,
    /** No number reaches the customer today: ask for one. */
    @JsonProperty("ask-for-number")
    ASK_FOR_NUMBER,
    /** Nobody has asked whether care calls are welcome. */
    @JsonProperty("ask-for-consent")
    ASK_FOR_CONSENT
  }

  static GreetCard of(UUID id, Greeting greeting) {
    return new GreetCard(
        id,
        greeting.status(),
        greeting.person().greeting(),
        greeting.person().pronunciation(),
        greeting.languages(),
        greeting.person().allergies(),
        greeting.doNotCall(),
        TakeCare.of(greeting.caution()),
        greeting.birthdayIn(),
        greeting.matters());
  }
}
