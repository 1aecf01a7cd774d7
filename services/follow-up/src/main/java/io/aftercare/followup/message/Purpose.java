package io.aftercare.followup.message;

import java.util.Set;

/** What a message is for: the consent it needs. */
public enum Purpose {
  /** Something the customer has to do or to fetch. */
  REMINDERS("reminders"),
  /** Greetings, advice, invitations: never without a yes. */
  MARKETING("marketing");

  private static final Set<String> OF_RELATIONSHIP = Set.of("greeting", "seasonal");

  private final String key;

  Purpose(String key) {
    this.key = key;
  }

  /** As customer-profile knows it. */
  public String key() {
    return key;
  }

  /** What the messages of a programme are for. */
  static Purpose ofProgramme(String programme) {
    return OF_RELATIONSHIP.contains(programme) ? MARKETING : REMINDERS;
  }

  static Purpose of(String key) {
    return MARKETING.key.equals(key) ? MARKETING : REMINDERS;
  }
}
