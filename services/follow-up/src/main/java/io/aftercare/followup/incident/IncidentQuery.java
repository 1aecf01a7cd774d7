package io.aftercare.followup.incident;

import io.aftercare.kit.page.ListQuery;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of incidents can be asked for. */
class IncidentQuery extends ListQuery {

  @RestQuery
  @Parameter(
      description = "Only those that stand so.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"open", "closed"}))
  @Nullable String state;

  /** What was asked, as the repository takes it. */
  record Filter(@Nullable Boolean closed, @Nullable UUID after, int limit) {}

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  Filter filter() {
    return sound(
        new Filter(
            oneOf("state", state, List.of(false, true), closed -> closed ? "closed" : "open"),
            afterId(),
            limit()));
  }
}
