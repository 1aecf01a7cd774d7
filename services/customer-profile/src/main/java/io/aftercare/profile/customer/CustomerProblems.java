package io.aftercare.profile.customer;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** The refusals that only this service knows. */
final class CustomerProblems {

  private CustomerProblems() {}

  static HttpProblem of(RegisterCustomer.Outcome.Differs differs) {
    return Problems.of(
            "customer-content-differs",
            Status.CONFLICT,
            "Customer %s was registered before with other content.".formatted(differs.id()))
        .with("fields", differs.fields())
        .build();
  }

  static HttpProblem of(RegisterCustomer.Outcome.Taken taken) {
    return Problems.conflict(
        "customer-id-taken",
        "The id %s belongs to another customer; choose another.".formatted(taken.id()));
  }

  /** Without the version that was edited, somebody else's change would be lost unseen. */
  static HttpProblem unconditional() {
    return Problems.of(
            "if-match-missing",
            Status.PRECONDITION_REQUIRED,
            "Send If-Match with the ETag of the file that was edited.")
        .build();
  }

  static HttpProblem changedMeanwhile(UUID id) {
    return Problems.of(
            "changed-meanwhile",
            Status.PRECONDITION_FAILED,
            "Customer %s was changed meanwhile; read it again and repeat the edit.".formatted(id))
        .build();
  }
}
