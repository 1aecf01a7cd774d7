package io.aftercare.followup.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** Where a suspicion stands: open → assessed → reported; withdrawn where it was a mistake. */
enum ReactionState {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("assessed")
  ASSESSED,
  @JsonProperty("reported")
  REPORTED,
  @JsonProperty("withdrawn")
  WITHDRAWN;

  /** As it is written over HTTP, in events and in the database. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ReactionState of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no ReactionState " + key));
  }
}
