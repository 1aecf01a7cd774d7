package io.aftercare.followup.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a complaint is about. */
enum ComplaintCategory {
  @JsonProperty("effect")
  EFFECT,
  @JsonProperty("price")
  PRICE,
  @JsonProperty("attitude")
  ATTITUDE,
  @JsonProperty("quality")
  QUALITY,
  @JsonProperty("wait")
  WAIT,
  @JsonProperty("other")
  OTHER;

  /** As it is written in the database, in events and over HTTP. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
