package io.aftercare.profile.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.profile.customer.Allergy;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.TakeCare;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param lastVisit the store's date of the last purchase; absent before the first
 * @param adviser the subject of the customer's own adviser among the staff; absent where there is
 *     none
 * @param dueRefills medicines taken for long whose supply ends, the next to end first
 * @param openComplaint the latest one that is not closed: ask how it stands
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
    @Nullable LocalDate lastVisit,
    @Nullable String adviser,
    List<Refill> dueRefills,
    @Nullable OpenComplaint openComplaint,
    List<Matter> today) {

  /** Something that somebody at the counter should think of. */
  enum Matter {
    @JsonProperty("deceased")
    DECEASED,
    @JsonProperty("take-care")
    TAKE_CARE,
    @JsonProperty("allergies")
    ALLERGIES,
    @JsonProperty("open-complaint")
    OPEN_COMPLAINT,
    @JsonProperty("refill-due")
    REFILL_DUE,
    @JsonProperty("birthday")
    BIRTHDAY,
    /** No number reaches the customer today: ask for one. */
    @JsonProperty("ask-for-number")
    ASK_FOR_NUMBER,
    /** Nobody has asked whether care calls are welcome. */
    @JsonProperty("ask-for-consent")
    ASK_FOR_CONSENT
  }

  /**
   * @param dueOn first day without supply
   */
  record Refill(String name, LocalDate dueOn) {}

  /**
   * @param category such as {@code wait}
   */
  record OpenComplaint(String category, Instant openedAt) {}

  static GreetCard of(UUID id, Greeting greeting, CardRules rules) {
    return new GreetCard(
        id,
        greeting.status(),
        greeting.person().greeting(),
        greeting.person().pronunciation(),
        greeting.languages(),
        greeting.person().allergies(),
        greeting.doNotCall(),
        greeting.takeCare(),
        greeting.birthdayIn(rules),
        greeting.lastVisit(),
        greeting.adviser(),
        greeting.dueRefills(rules),
        greeting.complaint(),
        greeting.matters(rules));
  }
}
