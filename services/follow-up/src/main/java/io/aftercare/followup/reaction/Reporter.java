package io.aftercare.followup.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** Who tells of a reaction. */
enum Reporter {
  @JsonProperty("patient")
  PATIENT,
  @JsonProperty("caregiver")
  CAREGIVER,
  @JsonProperty("pharmacist")
  PHARMACIST,
  @JsonProperty("physician")
  PHYSICIAN,
  @JsonProperty("other-professional")
  OTHER_PROFESSIONAL;

  /** As it is written over HTTP, in events and in the database. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Reporter of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no Reporter " + key));
  }
}
