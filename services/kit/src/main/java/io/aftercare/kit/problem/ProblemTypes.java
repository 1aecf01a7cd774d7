package io.aftercare.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives the library's own problems, such as failed validation, a type of the house. */
@ApplicationScoped
class ProblemTypes implements ProblemPostProcessor {

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    if (problem.getType() != null) {
      return problem;
    }
    String name =
        switch (problem.getStatusCode()) {
          case 400 -> "invalid";
          case 401 -> "unauthorized";
          case 403 -> "forbidden";
          case 404 -> "not-found";
          case 500 -> "internal-error";
          default -> "status-" + problem.getStatusCode();
        };
    return HttpProblem.builder(problem).withType(Problems.type(name)).build();
  }
}
