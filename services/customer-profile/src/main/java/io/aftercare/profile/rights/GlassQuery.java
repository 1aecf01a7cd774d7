package io.aftercare.profile.rights;

import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.ListQuery;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which of the broken glasses. */
class GlassQuery extends ListQuery {

  @RestQuery
  @Parameter(description = "Only of this customer.")
  @Nullable String customerId;

  /**
   * Part of the list.
   *
   * @param customer everybody's when absent
   * @param after where it begins; at the newest when absent
   */
  record Part(@Nullable UUID customer, @Nullable Cursor after, int limit) {}

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  Part part() {
    return sound(new Part(uuid("customerId", customerId), after(), limit()));
  }
}
