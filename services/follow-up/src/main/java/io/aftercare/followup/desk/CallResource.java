package io.aftercare.followup.desk;

import io.aftercare.followup.agent.Presence;
import io.aftercare.followup.agent.Presences;
import io.aftercare.followup.call.Call;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.transfer.Transfers;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.page.Page;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What agents do with a call, from taking it to its outcome; and the queue as supervisors see it.
 */
@Path("/calls")
@Tag(name = "desk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CallResource {

  /** What falls due later is no part of the queue yet. */
  private static final Duration SUMMED_UP = Duration.ofDays(1);

  private static final String NEXT_DUE = "Aftercare-Next-Due";

  private final ClaimCall claimCall;
  private final NextDue nextDue;
  private final Heartbeat heartbeat;
  private final GrantPermit grantPermit;
  private final RecordOutcome recordOutcome;
  private final ReleaseCall releaseCall;
  private final ReassignCall reassignCall;
  private final Presences presences;
  private final Transfers transfers;
  private final Queue queue;
  private final Programmes programmes;
  private final Caller caller;
  private final Clock clock;

  CallResource(
      ClaimCall claimCall,
      NextDue nextDue,
      Heartbeat heartbeat,
      GrantPermit grantPermit,
      RecordOutcome recordOutcome,
      ReleaseCall releaseCall,
      ReassignCall reassignCall,
      Presences presences,
      Transfers transfers,
      Queue queue,
      Programmes programmes,
      Caller caller,
      Clock clock) {
    this.claimCall = claimCall;
    this.nextDue = nextDue;
    this.heartbeat = heartbeat;
    this.grantPermit = grantPermit;
    this.recordOutcome = recordOutcome;
    this.releaseCall = releaseCall;
    this.reassignCall = reassignCall;
    this.presences = presences;
    this.transfers = transfers;
    this.queue = queue;
    this.programmes = programmes;
    this.caller = caller;
    this.clock = clock;
  }

  /** Nothing needs to be said to get the next call. */
  record NewClaim() {}

  /**
   * @param epoch as it was given with the call; a supervisor may leave it out
   */
  record NewRelease(@Nullable @Min(0) Long epoch) {}

  /**
   * @param to the subject of who gets the call
   * @param epoch the call must stand at; absent to take it as it is
   */
  record NewHolder(
      @NotNull @Pattern(regexp = "[\\x21-\\x7e]{1,100}", message = "must be a subject") String to,
      @Nullable @Min(0) Long epoch) {}

  @POST
  @Path("/claim")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "The call I hold, else the next one due, now held by me")
  @APIResponse(
      responseCode = "200",
      description = "Now held by me",
      content = @Content(schema = @Schema(implementation = CallView.class)))
  @APIResponse(
      responseCode = "204",
      description = "None is due",
      headers =
          @Header(
              name = NEXT_DUE,
              description = "When the next one falls due, as things stand; absent when none will",
              schema = @Schema(type = SchemaType.STRING, format = "date-time")))
  public Uni<RestResponse<CallView>> claim(NewClaim nothing) {
    String agent = caller.subject();
    return caller.is(Roles.PHARMACIST)
        ? transfers
            .firstWaiting()
            .chain(waiting -> waiting.isEmpty() ? next(agent, true) : held(agent, waiting.get()))
        : next(agent, false);
  }

  /** Nothing comes before a red flag, save the call that is already in hand. */
  private Uni<RestResponse<CallView>> held(String agent, UUID waiting) {
    return queue
        .current(agent)
        .map(
            call -> {
              if (call.isEmpty()) {
                throw DeskProblems.transferWaiting(waiting);
              }
              return orNothing(call);
            });
  }

  private Uni<RestResponse<CallView>> next(String agent, boolean pharmacist) {
    return claimCall
        .claim(agent, pharmacist)
        .chain(
            call ->
                call.isPresent()
                    ? Uni.createFrom().item(orNothing(call))
                    : none(agent, pharmacist));
  }

  /** Nothing was given: because nothing is due, or because they said that they are not there. */
  private Uni<RestResponse<CallView>> none(String agent, boolean pharmacist) {
    return presences
        .now(agent)
        .invoke(
            said -> {
              if (said.isPresent() && said.get().state() != Presence.AVAILABLE) {
                throw DeskProblems.notAvailable(said.get().state());
              }
            })
        .chain(() -> nextDue.after(pharmacist))
        .map(CallResource::nothingBefore);
  }

  private static RestResponse<CallView> nothingBefore(Optional<Instant> next) {
    var response = RestResponse.ResponseBuilder.<CallView>noContent();
    next.ifPresent(at -> response.header(NEXT_DUE, at));
    return response.build();
  }

  @GET
  @Path("/current")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "The call I hold")
  @APIResponse(
      responseCode = "200",
      description = "Held by me",
      content = @Content(schema = @Schema(implementation = CallView.class)))
  @APIResponse(responseCode = "204", description = "I hold none")
  public Uni<RestResponse<CallView>> current() {
    return queue.current(caller.subject()).map(this::orNothing);
  }

  @POST
  @Path("/{id}/heartbeat")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "I am still here: the lease begins anew")
  public Uni<CallView> heartbeat(@RestPath UUID id, @Valid @NotNull NewEpoch mine) {
    return heartbeat
        .beat(id, mine.epoch(), caller.subject())
        .map(call -> CallView.of(call, programmes));
  }

  @POST
  @Path("/{id}/permit")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(
      summary = "The number to dial, once; refused with a reason where it must not be dialled")
  public Uni<PermitView> permit(@RestPath UUID id, @Valid @NotNull NewEpoch mine) {
    return grantPermit.grant(id, mine.epoch(), caller.subject());
  }

  @POST
  @Path("/{id}/outcome")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "What the attempt found")
  public Uni<CallView> outcome(@RestPath UUID id, @Valid @NotNull NewOutcome said) {
    return recordOutcome.record(
        id, said.epoch(), said.outcome(), caller.subject(), caller.is(Roles.SUPERVISOR));
  }

  @POST
  @Path("/{id}/release")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "Back to the queue; a supervisor gives back any call")
  public Uni<CallView> release(@RestPath UUID id, @Valid @NotNull NewRelease mine) {
    boolean supervisor = caller.is(Roles.SUPERVISOR);
    if (mine.epoch() == null && !supervisor) {
      throw Problems.invalid("epoch", "must be given");
    }
    return releaseCall
        .release(new ReleaseCall.Release(id, mine.epoch(), caller.subject(), supervisor))
        .map(call -> CallView.of(call, programmes));
  }

  @POST
  @Path("/{id}/reassign")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary =
          "To somebody else, or to me: in hand where they are free, else they get it first; whoever"
              + " held it holds it no more")
  public Uni<CallView> reassign(@RestPath UUID id, @Valid @NotNull NewHolder other) {
    return reassignCall
        .reassign(id, other.epoch(), other.to(), caller.subject())
        .map(call -> CallView.of(call, programmes));
  }

  @GET
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Calls in the order in which they were planned")
  public Uni<RestResponse<Page<CallView>>> list(@BeanParam CallQuery query, UriInfo uri) {
    Queue.Filter filter = query.filter();
    return queue
        .list(filter, caller.subject())
        .map(found -> Page.cut(found, filter.limit()))
        .map(
            cut ->
                cut.answer(
                    uri, call -> CallView.of(call, programmes), last -> last.id().toString()));
  }

  @GET
  @Path("/summary")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "How many calls are open, by priority, skill, zone and age; planned ones for a day")
  public Uni<SummaryView> summary() {
    Instant now = clock.instant();
    Instant until = now.plus(SUMMED_UP);
    return queue.summary(until).map(counts -> SummaryView.of(now, until, counts));
  }

  private RestResponse<CallView> orNothing(Optional<Call> call) {
    return call.map(found -> RestResponse.ok(CallView.of(found, programmes)))
        .orElseGet(RestResponse::noContent);
  }
}
