package io.aftercare.profile.audit;

import io.aftercare.kit.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody opens a file. Nothing is opened without one.
 *
 * @param who the subject of the person or machine that gets to see it
 * @param storeId the store that person works in, where there is one
 * @param what the endpoint, and the call or other cause it was for
 * @param reason what for, in a word of the house's own
 */
public record Reading(String who, @Nullable String storeId, String what, String reason) {

  /** The caller reads for themselves. */
  public static Reading by(Caller caller, String endpoint) {
    return new Reading(caller.subject(), caller.store().orElse(null), endpoint, caller.reason());
  }

  /**
   * A service of the house reads for an agent who is making a call; the agent is on record, and the
   * service too.
   */
  public static Reading forAgent(String agent, Caller service, String endpoint, UUID call) {
    return new Reading(
        agent,
        null,
        "%s, call %s, asked by %s".formatted(endpoint, call, service.subject()),
        "call");
  }

  /** A service of the house reads where a message goes, which nobody else sees. */
  public static Reading forMessage(Caller service, String endpoint, UUID message) {
    return new Reading(
        service.subject(), null, "%s, message %s".formatted(endpoint, message), "message");
  }
}
