package io.aftercare.sales.product;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue is asked for: the best few hits of a search, which has no pages.
 *
 * @param words empty for anything
 */
record ProductQuery(String words, int limit) {

  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int LONGEST = 100;

  /**
   * Reads what was asked.
   *
   * @param names of all parameters that came
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  static ProductQuery of(@Nullable String q, @Nullable String limit, Set<String> names) {
    List<Violation> wrong = new ArrayList<>();
    names.stream()
        .filter(name -> !Set.of("q", "limit").contains(name))
        .forEach(name -> wrong.add(refuse(name, "is not known; known are limit, q")));
    if (q != null && q.length() > LONGEST) {
      wrong.add(refuse("q", "must be at most %d characters".formatted(LONGEST)));
    }
    if (limit != null && !isSize(limit)) {
      wrong.add(refuse("limit", "must be a number from 1 to " + MOST));
    }
    if (!wrong.isEmpty()) {
      throw Problems.invalid(wrong);
    }
    return new ProductQuery(q == null ? "" : q, limit == null ? USUAL : Integer.parseInt(limit));
  }

  private static boolean isSize(String text) {
    return text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MOST;
  }

  private static Violation refuse(String name, String message) {
    return Violation.In.query.field(name).message(message);
  }
}
