package io.aftercare.followup.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.followup.window.Hours;
import org.jspecify.annotations.Nullable;

/**
 * One contact of a programme.
 *
 * @param number from 1, for life: it is part of what makes a contact the same contact
 * @param after how long after the cause it comes
 * @param hours local hours in which it falls due and may be made
 * @param channel by which it is made
 * @param skill who may make it
 * @param priority 0 red flag, 1 promised callback, 2 high-alert and recall, 3 wellbeing, 4 others
 * @param language primary subtag of the language it is held in, such as {@code zh}; absent where
 *     the customer's own counts
 * @param script what is said; absent where as in the whole programme
 */
public record Step(
    int number,
    Offset after,
    Hours hours,
    Channel channel,
    Skill skill,
    int priority,
    @Nullable String language,
    @Nullable Script script) {

  /** A way to reach somebody. */
  public enum Channel {
    @JsonProperty("call")
    CALL,
    @JsonProperty("message")
    MESSAGE,
    /** A word at the counter, when the customer comes by. */
    @JsonProperty("in-person")
    IN_PERSON,
    /**
     * By the way the customer likes best: a message where that is one and no high-alert medicine is
     * in it, else a call.
     */
    @JsonProperty("preferred")
    PREFERRED
  }

  /** What the person at the desk must be able to decide. */
  public enum Skill {
    @JsonProperty("agent")
    AGENT,
    @JsonProperty("pharmacist")
    PHARMACIST
  }

  /** The same for another occurrence: what is made once is a cause, programme and number. */
  public Step numbered(int other) {
    return new Step(other, after, hours, channel, skill, priority, language, script);
  }

  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public Step {
    if (number < 1 || priority < 0 || priority > 4) {
      throw new IllegalArgumentException(
          "A step has a number from 1 and a priority of 0 to 4, not %d and %d"
              .formatted(number, priority));
    }
  }
}
