package io.aftercare.followup.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What came of a transfer. */
enum Ending {
  @JsonProperty("emergency-services")
  EMERGENCY_SERVICES,
  @JsonProperty("sent-to-doctor")
  SENT_TO_DOCTOR,
  @JsonProperty("advised")
  ADVISED,
  @JsonProperty("no-emergency")
  NO_EMERGENCY,
  @JsonProperty("line-lost")
  LINE_LOST;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
