package io.aftercare.feedback.page;

import io.aftercare.kit.page.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What every list of feedback can be asked for. */
public class FeedbackQuery extends ListQuery {

  @RestQuery
  @Parameter(description = "Only of this store.")
  @Nullable String storeId;

  @RestQuery
  @Parameter(
      description = "Only of this time or later.",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String from;

  @RestQuery
  @Parameter(
      description = "Only of earlier than this.",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String to;

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  public Criteria criteria() {
    return sound(criteria(null));
  }

  /** What was asked, sound or not, with a filter that only some lists have. */
  protected final Criteria criteria(@Nullable String status) {
    return new Criteria(
        text("storeId", storeId, "[A-Za-z0-9._-]{1,64}", "must be 1 to 64 of A-Z a-z 0-9 . _ -"),
        time("from", from),
        time("to", to),
        status,
        after(),
        limit());
  }
}
