package io.aftercare.followup.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What belongs to a debrief; it is complete with all of them. */
enum DebriefPart {
  @JsonProperty("happened")
  HAPPENED(Voice.CONCERNED),
  @JsonProperty("helped")
  HELPED(Voice.CONCERNED),
  @JsonProperty("colleague")
  COLLEAGUE(Voice.COLLEAGUE),
  @JsonProperty("supervisor")
  SUPERVISOR(Voice.SUPERVISOR),
  /** What we change. */
  @JsonProperty("change")
  CHANGE(Voice.SUPERVISOR);

  /** Who says it. */
  enum Voice {
    /** The one it happened to. */
    CONCERNED,
    /** Anybody else at a desk. */
    COLLEAGUE,
    SUPERVISOR
  }

  private final Voice voice;

  DebriefPart(Voice voice) {
    this.voice = voice;
  }

  Voice voice() {
    return voice;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<DebriefPart> named(String key) {
    return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
  }
}
