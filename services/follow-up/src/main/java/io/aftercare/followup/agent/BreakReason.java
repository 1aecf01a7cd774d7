package io.aftercare.followup.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why somebody takes a break. */
enum BreakReason {
  @JsonProperty("rest")
  REST,
  @JsonProperty("meal")
  MEAL,
  /** After a call that was hard. */
  @JsonProperty("recover")
  RECOVER,
  @JsonProperty("training")
  TRAINING,
  @JsonProperty("meeting")
  MEETING,
  @JsonProperty("technical")
  TECHNICAL,
  @JsonProperty("other")
  OTHER;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BreakReason of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
