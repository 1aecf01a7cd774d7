package io.aftercare.followup.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** What makes a reaction serious (ICH E2A); one is enough. */
enum Criterion {
  @JsonProperty("death")
  DEATH,
  @JsonProperty("life-threatening")
  LIFE_THREATENING,
  @JsonProperty("hospitalisation")
  HOSPITALISATION,
  @JsonProperty("disability")
  DISABILITY,
  @JsonProperty("birth-defect")
  BIRTH_DEFECT,
  @JsonProperty("other-important")
  OTHER_IMPORTANT;

  /** As it is written over HTTP, in events and in the database. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Criterion of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no Criterion " + key));
  }
}
