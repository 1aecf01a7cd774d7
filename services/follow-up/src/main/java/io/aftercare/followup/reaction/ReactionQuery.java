package io.aftercare.followup.reaction;

import io.aftercare.kit.page.ListQuery;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of suspicions can be asked for. */
class ReactionQuery extends ListQuery {

  @RestQuery
  @Parameter(
      description = "Only those that stand so.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"open", "assessed", "reported", "withdrawn"}))
  @Nullable String state;

  @RestQuery
  @Parameter(
      description = "Only those that are running out of time, or only the others.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"true", "false"}))
  @Nullable String escalated;

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  Reactions.Filter filter() {
    return sound(
        new Reactions.Filter(
            oneOf("state", state, List.of(ReactionState.values()), ReactionState::key),
            oneOf("escalated", escalated, List.of(true, false), String::valueOf),
            afterId(),
            limit()));
  }
}
