package io.aftercare.followup.desk;

import io.aftercare.followup.agent.Presence;
import io.aftercare.followup.call.HeldCalls;
import io.aftercare.followup.note.CustomerNotes;
import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.pgclient.PgException;
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

  static HttpProblem noWarning() {
    return Problems.conflict(
        "no-warning", "A call is ended for abuse only after a warning; record the warning first.");
  }

  static HttpProblem outcomeDiffers() {
    return Problems.conflict(
        "outcome-differs", "Another outcome is already recorded for this epoch.");
  }

  static HttpProblem notHeld() {
    return Problems.conflict("not-held", "Nobody holds this call and no supervisor is needed.");
  }

  static HttpProblem agentBusy() {
    return Problems.conflict("agent-busy", "They hold another call; it must come to an end first.");
  }

  static HttpProblem customerInCall() {
    return Problems.conflict(
        "customer-in-call", "The customer is in another call, which somebody holds.");
  }

  /** Names what an index refused: one call for an agent, one held call for a customer. */
  static Throwable busy(Throwable failure) {
    return switch (failure) {
      case PgException taken when "call_of_agent".equals(taken.getConstraint()) -> agentBusy();
      case PgException taken when "call_of_customer".equals(taken.getConstraint()) ->
          customerInCall();
      default -> failure;
    };
  }

  static HttpProblem over() {
    return Problems.conflict("call-over", "The call has come to an end.");
  }

  /** Calls are given to who says that they are there. */
  static HttpProblem notAvailable(Presence presence) {
    return presence == Presence.BREAK
        ? Problems.conflict("on-break", "You are on a break; say that you are available first.")
        : Problems.conflict(
            "wrapping-up", "You are wrapping up; say that you are available first.");
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
