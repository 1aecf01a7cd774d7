package io.aftercare.profile.customer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a caregiver may be told about the customer. */
public enum Disclosure {
  /** Not even that the chain calls: this person is never called in the customer's place. */
  @JsonProperty("nothing")
  NOTHING,
  /** What a care call needs: how the customer is, and how the medicine of that sale is taken. */
  @JsonProperty("care-calls")
  CARE_CALLS,
  /** Whatever the customer themselves would be told. */
  @JsonProperty("everything")
  EVERYTHING;

  /** Whether such a person may be called in the customer's place. */
  public boolean allowsCare() {
    return this != NOTHING;
  }
}
