package io.aftercare.followup.desk;

import io.aftercare.followup.call.CallState;
import io.aftercare.kit.page.ListQuery;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of calls can be asked for. */
class CallQuery extends ListQuery {

  @RestQuery
  @Parameter(
      description = "Only those that stand so.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {
                "planned",
                "paused",
                "held",
                "done",
                "cancelled",
                "too-late",
                "not-reached",
                "supervisor",
                "held-out"
              }))
  @Nullable String state;

  @RestQuery
  @Parameter(description = "Only those that the programme of this key made.")
  @Nullable String programme;

  @RestQuery
  @Parameter(
      description = "Only to this customer.",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Nullable String customerId;

  @RestQuery
  @Parameter(
      description = "Only those that this sale caused.",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Nullable String saleId;

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  Queue.Filter filter() {
    return sound(
        new Queue.Filter(
            oneOf("state", state, List.of(CallState.values()), CallState::key),
            text("programme", programme, "[a-z0-9-]{1,64}", "must be 1 to 64 of a-z 0-9 -"),
            uuid("customerId", customerId),
            uuid("saleId", saleId),
            afterId(),
            limit()));
  }
}
