package io.aftercare.followup.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What made a conversation difficult. */
enum IncidentKind {
  @JsonProperty("shouting")
  SHOUTING,
  @JsonProperty("insult")
  INSULT,
  @JsonProperty("threat")
  THREAT,
  @JsonProperty("discrimination")
  DISCRIMINATION,
  @JsonProperty("sexual")
  SEXUAL,
  @JsonProperty("distress")
  DISTRESS,
  @JsonProperty("other")
  OTHER;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
