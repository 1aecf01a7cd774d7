package io.aftercare.profile.customer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enough of somebody who was found to know which one they are; the whole card is read when they
 * said so.
 *
 * @param preferredName the name to greet with
 * @param pronunciation how it is said
 * @param languages BCP 47, best first
 * @param allergies medicines that the customer does not bear
 * @param doNotCall the customer does not want to be called; nobody should promise them a call
 * @param heldBy whose phone the customer was found by, when it was a caregiver's: the person at the
 *     counter may be that one
 */
record CustomerCard(
    UUID id,
    Customer.Status status,
    String preferredName,
    @Nullable String pronunciation,
    List<String> languages,
    List<Allergy> allergies,
    boolean doNotCall,
    @Nullable Holder heldBy) {

  /** A caregiver whose phone led to the customer. */
  record Holder(String name, String relation, Disclosure disclose) {}

  /** Without what is a matter of health. */
  CustomerCard toGreet() {
    return new CustomerCard(
        id, status, preferredName, pronunciation, languages, List.of(), doNotCall, heldBy);
  }

  static CustomerCard of(Profile profile) {
    return of(profile, null);
  }

  static CustomerCard of(Profile profile, Profile.@Nullable KnownCaregiver holder) {
    return new CustomerCard(
        profile.id(),
        profile.status(),
        profile.person().greeting(),
        profile.person().pronunciation(),
        profile.languages(),
        profile.person().allergies(),
        profile.doNotCall(),
        holder == null ? null : new Holder(holder.name(), holder.relation(), holder.disclosure()));
  }
}
