package io.aftercare.followup.desk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an attempt found. */
enum Disposition {
  @JsonProperty("no-answer")
  NO_ANSWER("no-answer", false),
  @JsonProperty("busy")
  BUSY("busy", false),
  @JsonProperty("voicemail-left")
  VOICEMAIL_LEFT("voicemail-left", false),
  @JsonProperty("line-failed")
  LINE_FAILED("line-failed", false),
  @JsonProperty("wrong-number")
  WRONG_NUMBER("wrong-number", false),
  /**
   * Somebody of the house answered, but not the one we call: the customer has not been spoken with.
   */
  @JsonProperty("wrong-person")
  WRONG_PERSON("wrong-person", false),
  @JsonProperty("call-back")
  CALL_BACK("call-back", true),
  @JsonProperty("done-well")
  DONE_WELL("done-well", true),
  @JsonProperty("done-problem")
  DONE_PROBLEM("done-problem", true),
  @JsonProperty("handed-to-pharmacist")
  HANDED_TO_PHARMACIST("handed-to-pharmacist", true),
  @JsonProperty("suspected-adverse-reaction")
  SUSPECTED_ADVERSE_REACTION("suspected-adverse-reaction", true),
  @JsonProperty("complaint")
  COMPLAINT("complaint", true),
  @JsonProperty("declined-today")
  DECLINED_TODAY("declined-today", true),
  @JsonProperty("do-not-call")
  DO_NOT_CALL("do-not-call", true),
  @JsonProperty("ended-for-abuse")
  ENDED_FOR_ABUSE("ended-for-abuse", true),
  @JsonProperty("deceased")
  DECEASED("deceased", true);

  private final String key;
  private final boolean answered;

  Disposition(String key, boolean answered) {
    this.key = key;
    this.answered = answered;
  }

  /** As it is written in the database, in events and over HTTP. */
  String key() {
    return key;
  }

  /** The customer, or who stands for them, was spoken with; caps count it. */
  boolean answered() {
    return answered;
  }

  /** The step is closed: nothing is tried again, and nothing was promised. */
  boolean finishes() {
    return answered && this != CALL_BACK;
  }

  /** It takes away the customer's other calls as well. */
  boolean stopsEverything() {
    return this == DO_NOT_CALL || this == DECEASED;
  }
}
