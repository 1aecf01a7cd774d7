package io.aftercare.profile.timeline;

import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.ListQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What part of a timeline is asked for. */
class TimelineQuery extends ListQuery {

  /** Later than anything that is planned. */
  private static final Cursor NEWEST =
      new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  @RestQuery
  @Parameter(
      description = "Only of this kind: sale, contact, outcome, complaint, answer or consent.")
  @Nullable String kind;

  /**
   * @param kind entries of this kind; all when absent
   * @param after where the part begins
   * @param limit entries in it
   */
  record Part(Entry.@Nullable Kind kind, Cursor after, int limit) {}

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  Part part() {
    Entry.@Nullable Kind only =
        oneOf(
            "kind",
            kind,
            List.of(Entry.Kind.values()),
            each -> each.name().toLowerCase(Locale.ROOT));
    Cursor after = after();
    return sound(new Part(only, after == null ? NEWEST : after, limit()));
  }
}
