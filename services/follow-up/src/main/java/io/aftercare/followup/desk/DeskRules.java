package io.aftercare.followup.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the desk works. */
@ConfigMapping(prefix = "aftercare.desk")
interface DeskRules {

  /** How long a call stays with its agent without a heartbeat. */
  @WithDefault("PT90S")
  Duration lease();

  /** How long a promised callback waits for the agent who promised it. */
  @WithDefault("PT15M")
  Duration promisedFirst();

  /** How long after it was given a number may be dialled. */
  @WithDefault("PT2M")
  Duration permit();

  /**
   * When a call is tried again that could not be permitted because somebody else was out of reach.
   */
  @WithDefault("PT30S")
  Duration outOfReach();

  /** How often what was left lying is brought back. */
  @WithDefault("PT3S")
  Duration sweepEvery();

  /** How often it is looked up which calls somebody may be given. */
  @WithDefault("PT5S")
  Duration profilesEvery();

  Gather gather();

  Caps caps();

  Retries retry();

  /** How claims are gathered. */
  interface Gather {
    /** Agents served by one statement at most. */
    @WithDefault("256")
    int batch();

    /** Statements under way at most. */
    @WithDefault("1")
    int inFlight();

    /** Agents waiting at most; more are told to come again. */
    @WithDefault("5000")
    int waiting();
  }

  /**
   * Across all programmes; red flags, promised callbacks, high-alert and recall are never held
   * back.
   */
  interface Caps {
    /** Answered calls a customer gets in a day at most. */
    @WithDefault("1")
    int answeredADay();

    /** Answered calls a customer gets in seven days at most. */
    @WithDefault("3")
    int answeredAWeek();
  }

  /** When a call is tried again. */
  interface Retries {
    /** Attempts at most; the last lies in another part of the day. */
    @WithDefault("3")
    int attempts();

    @WithDefault("PT3H")
    Duration noAnswer();

    @WithDefault("PT20M")
    Duration busy();

    @WithDefault("PT30M")
    Duration lineFailed();

    @WithDefault("PT3H")
    Duration wrongPerson();

    @WithDefault("PT18H")
    Duration voicemailLeft();
  }
}
