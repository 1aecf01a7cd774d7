package io.aftercare.followup.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** What happened, as far as it can be said without words of our own; the rest is sealed. */
enum Harm {
  @JsonProperty("nausea")
  NAUSEA,
  @JsonProperty("diarrhoea")
  DIARRHOEA,
  @JsonProperty("stomach-pain")
  STOMACH_PAIN,
  @JsonProperty("rash")
  RASH,
  @JsonProperty("dizziness")
  DIZZINESS,
  @JsonProperty("headache")
  HEADACHE,
  @JsonProperty("tiredness")
  TIREDNESS,
  @JsonProperty("cough")
  COUGH,
  @JsonProperty("bruising")
  BRUISING,
  @JsonProperty("bleeding")
  BLEEDING,
  @JsonProperty("low-sugar")
  LOW_SUGAR,
  @JsonProperty("breathing")
  BREATHING,
  @JsonProperty("chest-pain")
  CHEST_PAIN,
  @JsonProperty("face-swelling")
  FACE_SWELLING,
  @JsonProperty("fainting")
  FAINTING,
  @JsonProperty("confusion")
  CONFUSION,
  @JsonProperty("fall")
  FALL,
  /** The medicine did not do what it is for: reported as well. */
  @JsonProperty("no-effect")
  NO_EFFECT,
  @JsonProperty("other")
  OTHER;

  /** As it is written over HTTP, in events and in the database. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Harm of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no Harm " + key));
  }
}
