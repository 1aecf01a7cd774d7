package io.aftercare.followup.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** How likely the medicine is the cause, in the bands of Naranjo's scale. */
enum Causality {
  @JsonProperty("definite")
  DEFINITE(9),
  @JsonProperty("probable")
  PROBABLE(5),
  @JsonProperty("possible")
  POSSIBLE(1),
  @JsonProperty("doubtful")
  DOUBTFUL(Integer.MIN_VALUE);

  private final int from;

  Causality(int from) {
    this.from = from;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The band of a score: 9 and more, 5 to 8, 1 to 4, 0 and less. */
  static Causality of(int score) {
    return Arrays.stream(values()).filter(band -> score >= band.from).findFirst().orElse(DOUBTFUL);
  }

  static Causality named(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
