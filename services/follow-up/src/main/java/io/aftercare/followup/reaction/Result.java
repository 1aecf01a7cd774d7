package io.aftercare.followup.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** How the person is now. */
enum Result {
  @JsonProperty("recovered")
  RECOVERED,
  @JsonProperty("recovering")
  RECOVERING,
  @JsonProperty("not-recovered")
  NOT_RECOVERED,
  @JsonProperty("recovered-with-consequences")
  RECOVERED_WITH_CONSEQUENCES,
  @JsonProperty("fatal")
  FATAL,
  @JsonProperty("unknown")
  UNKNOWN;

  /** As it is written over HTTP, in events and in the database. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Result of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no Result " + key));
  }
}
