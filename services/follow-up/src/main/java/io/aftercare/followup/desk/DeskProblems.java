package io.aftercare.followup.desk;

import io.aftercare.followup.call.HeldCalls;
import io.aftercare.followup.note.CustomerNotes;
import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** The problems of the desk. Their types are stable and may be programmed against. */
final class DeskProblems {

  private DeskProblems() {}

  static HttpProblem noSuchCall(UUID id) {
    return HeldCalls.noSuchCall(id);
  }

  static HttpProblem staleEpoch() {
    return HeldCalls.staleEpoch();
  }

  static HttpProblem notYourCall() {
    return HeldCalls.notYourCall();
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

  /** A pharmacist is needed elsewhere first. */
  static HttpProblem transferWaiting(UUID transfer) {
    return Problems.conflicting(
            "transfer-waiting", "Somebody with a red flag waits for a pharmacist; take that first.")
        .with("transferId", transfer)
        .build();
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
    return CustomerNotes.unavailable();
  }
}
