package io.aftercare.sales.request;

import io.aftercare.kit.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which times can be promised: what lies ahead, but not too far. */
@ApplicationScoped
class PromiseTimes {

  private final Clock clock;
  private final Duration furthest;

  PromiseTimes(
      Clock clock,
      @ConfigProperty(name = "aftercare.sales.request.furthest-promise") Duration furthest) {
    this.clock = clock;
    this.furthest = furthest;
  }

  /**
   * The time, if it can be promised.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it cannot
   */
  Instant promisable(Instant promise) {
    Instant now = clock.instant();
    if (!promise.isAfter(now)) {
      throw Problems.invalid("promisedAt", "must lie ahead; it is %s now".formatted(now));
    }
    if (promise.isAfter(now.plus(furthest))) {
      throw Problems.invalid(
          "promisedAt", "must be within %d days from now".formatted(furthest.toDays()));
    }
    return promise;
  }
}
