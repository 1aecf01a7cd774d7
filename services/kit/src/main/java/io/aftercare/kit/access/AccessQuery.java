package io.aftercare.kit.access;

import io.aftercare.kit.page.ListQuery;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whose data was read. */
class AccessQuery extends ListQuery {

  @RestQuery
  @Parameter(description = "The customer whose data was read.", required = true)
  @Nullable String customer;

  /** Stands in until the refusal is told. */
  private static final UUID NOBODY = new UUID(0, 0);

  /**
   * Part of the list.
   *
   * @param before the place in the chain before which it begins
   */
  record Asked(UUID customer, long before, int limit) {}

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  Asked asked() {
    UUID whose = uuid("customer", customer);
    if (customer == null) {
      refuse("customer", "must name the customer whose data was read");
    }
    return sound(new Asked(whose == null ? NOBODY : whose, before(), limit()));
  }
}
