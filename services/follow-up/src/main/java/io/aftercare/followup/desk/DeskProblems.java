package io.aftercare.followup.desk;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.UUID;

/** The problems of the desk. Their types are stable and may be programmed against. */
final class DeskProblems {

  private DeskProblems() {}

  static HttpProblem noSuchCall(UUID id) {
    return Problems.notFound("call", id);
  }

  static HttpProblem staleEpoch() {
    return Problems.conflict(
        "stale-epoch", "The call has moved on since this epoch; claim again to go on.");
  }

  static HttpProblem notYourCall() {
    return Problems.conflict("not-your-call", "You do not hold this call.");
  }

  static HttpProblem noPermit() {
    return Problems.conflict(
        "no-permit", "An outcome needs a permit first: nobody can have been called.");
  }

  static HttpProblem outcomeDiffers() {
    return Problems.conflict(
        "outcome-differs", "Another outcome is already recorded for this epoch.");
  }

  static HttpProblem notHeld() {
    return Problems.conflict("not-held", "Nobody holds this call and no supervisor is needed.");
  }

  static HttpProblem refused(Refusal refusal) {
    return Problems.of(
            "permit-refused",
            Status.CONFLICT,
            "The number is not given out: " + refusal.key() + ".")
        .with("reason", refusal.key())
        .build();
  }

  /** Nothing was stored; the same request may be sent again. */
  static HttpProblem profileUnavailable() {
    return Problems.unavailable(
        "profile-unavailable",
        "The customer file is out of reach; nothing was stored. Send the same again.",
        Duration.ofSeconds(2));
  }
}
