package io.aftercare.followup.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What makes somebody take over at once; the values are those of the script's warning signs. */
enum RedFlag {
  @JsonProperty("breathing")
  BREATHING,
  @JsonProperty("chest-pain")
  CHEST_PAIN,
  @JsonProperty("face-swelling")
  FACE_SWELLING,
  @JsonProperty("bleeding")
  BLEEDING,
  @JsonProperty("fainting")
  FAINTING,
  @JsonProperty("confusion")
  CONFUSION,
  @JsonProperty("self-harm")
  SELF_HARM,
  /** The programme's own, or whatever else frightens the agent: better once too often. */
  @JsonProperty("other")
  OTHER;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
