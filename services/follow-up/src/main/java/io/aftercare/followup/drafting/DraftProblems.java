package io.aftercare.followup.drafting;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/**
 * The problems of programmes in the making. Their types are stable and may be programmed against.
 */
final class DraftProblems {

  private DraftProblems() {}

  static HttpProblem noSuchProgramme(String key) {
    return Problems.notFound("programme", key);
  }

  static HttpProblem noDraft(String key) {
    return Problems.notFound("draft of programme", key);
  }

  static HttpProblem draftChanged() {
    return Problems.of(
            "draft-changed",
            Status.PRECONDITION_FAILED,
            "Somebody changed the draft since you read it; read it again.")
        .build();
  }

  static HttpProblem notInForce(String key) {
    return Problems.conflict("not-in-force", "Programme %s is not in force.".formatted(key));
  }
}
