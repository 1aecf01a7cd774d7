package io.aftercare.profile.customer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As the customer states it. */
public enum Sex {
  @JsonProperty("female")
  FEMALE,
  @JsonProperty("male")
  MALE,
  @JsonProperty("other")
  OTHER
}
