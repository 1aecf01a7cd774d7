package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.CallState;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The queue as supervisors see it. */
@Path("/calls")
@Tag(name = "queue")
@RolesAllowed(Roles.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
class QueueResource {

  private final Queue queue;
  private final Programmes programmes;
  private final Caller caller;
  private final Clock clock;

  QueueResource(Queue queue, Programmes programmes, Caller caller, Clock clock) {
    this.queue = queue;
    this.programmes = programmes;
    this.caller = caller;
    this.clock = clock;
  }

  /** A page of calls; the Link header leads to the next. */
  record CallList(List<CallView> items) {}

  @GET
  @Operation(summary = "Calls in the order in which they were planned")
  Uni<RestResponse<CallList>> list(
      @RestQuery @Nullable String state,
      @RestQuery @Nullable String programme,
      @RestQuery @Nullable String customerId,
      @RestQuery @Nullable String saleId,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
      UriInfo uri) {
    var filter =
        new Queue.Filter(
            state(state),
            programme,
            id("customerId", customerId),
            id("saleId", saleId),
            id("cursor", cursor));
    return queue
        .list(filter, limit + 1, caller.subject())
        .map(calls -> page(calls, limit, uri));
  }

  @GET
  @Path("/summary")
  @Operation(summary = "How many calls there are, and how long the oldest has been waiting")
  Uni<SummaryView> summary() {
    return queue.summary().map(counts -> SummaryView.of(clock.instant(), counts));
  }

  private RestResponse<CallList> page(List<Call> calls, int limit, UriInfo uri) {
    List<CallView> items =
        calls.stream().limit(limit).map(call -> CallView.of(call, programmes)).toList();
    var response = RestResponse.ResponseBuilder.ok(new CallList(items));
    if (calls.size() > limit) {
      var next =
          uri.getRequestUriBuilder().replaceQueryParam("cursor", items.getLast().id()).build();
      response.links(Link.fromUri(next).rel("next").build());
    }
    return response.build();
  }

  private static @Nullable CallState state(@Nullable String name) {
    try {
      return name == null ? null : CallState.of(name);
    } catch (IllegalArgumentException unknown) {
      throw Problems.invalid(
          "state", "must be one of planned, held, done, cancelled, too-late, not-reached, supervisor");
    }
  }

  private static @Nullable UUID id(String field, @Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw Problems.invalid(field, "must be a UUID");
    }
  }
}
