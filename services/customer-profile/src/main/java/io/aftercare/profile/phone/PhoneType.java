package io.aftercare.profile.phone;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands at the other end. */
public enum PhoneType {
  @JsonProperty("mobile")
  MOBILE,
  @JsonProperty("home")
  HOME,
  @JsonProperty("work")
  WORK,
  @JsonProperty("other")
  OTHER
}
