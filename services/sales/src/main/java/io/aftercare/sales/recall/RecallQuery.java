package io.aftercare.sales.recall;

import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.ListQuery;
import org.jspecify.annotations.Nullable;

/** What a list of recalls, or of a recall's sales, can be asked for. */
class RecallQuery extends ListQuery {

  /**
   * Part of a list.
   *
   * @param after where it begins; at the newest when absent
   */
  record Part(@Nullable Cursor after, int limit) {}

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  Part part() {
    return sound(new Part(after(), limit()));
  }
}
