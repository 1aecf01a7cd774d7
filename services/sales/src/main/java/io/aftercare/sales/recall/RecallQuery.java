package io.aftercare.sales.recall;

import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.ListQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of recalls can be asked for. */
class RecallQuery extends ListQuery {

  @RestQuery
  @Parameter(description = "Only of this batch, whatever the product.")
  @Nullable String batch;

  /**
   * Part of the list.
   *
   * @param after where it begins; at the newest when absent
   */
  record Filter(@Nullable String batch, @Nullable Cursor after, int limit) {}

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  Filter filter() {
    String asked = text("batch", batch, "[^\\p{Cc}\\p{Cs}]{1,20}", "must be 1 to 20 characters");
    return sound(new Filter(asked == null ? null : Recall.batch(asked), after(), limit()));
  }
}
