package io.aftercare.followup.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** Whether somebody at a desk takes calls. */
public enum Presence {
  @JsonProperty("available")
  AVAILABLE("available"),
  @JsonProperty("break")
  BREAK("break"),
  /** Still busy with the call before. */
  @JsonProperty("wrap-up")
  WRAP_UP("wrap-up");

  private final String key;

  Presence(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  static Presence of(String key) {
    return Arrays.stream(values())
        .filter(presence -> presence.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no presence " + key));
  }
}
