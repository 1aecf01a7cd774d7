package io.aftercare.followup.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What helped, or may help the next one who talks with this customer. */
enum Helpful {
  @JsonProperty("let-them-finish")
  LET_THEM_FINISH,
  @JsonProperty("speak-slowly")
  SPEAK_SLOWLY,
  @JsonProperty("apology")
  APOLOGY,
  @JsonProperty("clear-offer")
  CLEAR_OFFER,
  @JsonProperty("other-language")
  OTHER_LANGUAGE,
  @JsonProperty("pharmacist")
  PHARMACIST,
  @JsonProperty("caregiver")
  CAREGIVER,
  @JsonProperty("another-time")
  ANOTHER_TIME;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
