package io.aftercare.profile.gathering;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;
import static io.aftercare.kit.identity.Roles.STORE;

import io.aftercare.kit.identity.Caller;
import io.aftercare.profile.care.OfferView;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Talks and groups as the care team announces them and the counter fills them. */
@Path("/gatherings")
@Tag(name = "care")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class GatheringResource {

  private final AnnounceGathering announceGathering;
  private final CancelGathering cancelGathering;
  private final AskToGathering askToGathering;
  private final Gatherings gatherings;
  private final Scoped scoped;
  private final Clock clock;
  private final Caller caller;

  GatheringResource(
      AnnounceGathering announceGathering,
      CancelGathering cancelGathering,
      AskToGathering askToGathering,
      Gatherings gatherings,
      Scoped scoped,
      Clock clock,
      Caller caller) {
    this.announceGathering = announceGathering;
    this.cancelGathering = cancelGathering;
    this.askToGathering = askToGathering;
    this.gatherings = gatherings;
    this.scoped = scoped;
    this.clock = clock;
    this.caller = caller;
  }

  record GatheringList(List<Gathering> items) {}

  /**
   * @param asked how many were asked that had not been before
   */
  record Asked(int asked) {}

  record SignUp(@NotNull UUID customerId) {}

  @POST
  @RolesAllowed(CARE_MANAGER)
  @Operation(summary = "Announces a talk or a meeting of a group.")
  @APIResponse(
      responseCode = "201",
      description = "Announced",
      content = @Content(schema = @Schema(implementation = Gathering.class)))
  public Uni<RestResponse<Gathering>> announce(
      @Valid @NotNull AnnounceGathering.NewGathering asked) {
    return announceGathering
        .announce(asked, caller.subject())
        .map(
            gathering ->
                RestResponse.ResponseBuilder.<Gathering>created(
                        URI.create("/gatherings/" + gathering.id()))
                    .entity(gathering)
                    .build());
  }

  @GET
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, CARE_MANAGER})
  @Operation(summary = "What lies ahead, the next first, at most 200; a store sees its own.")
  public Uni<GatheringList> ahead() {
    String own = caller.is(CARE_MANAGER) || caller.is(PHARMACIST) ? null : caller.storeId();
    return scoped
        .inTransaction(
            Reach.of(caller), transaction -> gatherings.ahead(transaction, clock.instant(), own))
        .map(GatheringList::new);
  }

  @POST
  @Path("/{id}/offers")
  @RolesAllowed(CARE_MANAGER)
  @Operation(summary = "Asks customers to it who agreed to be offered something, each once.")
  public Uni<Asked> ask(@RestPath UUID id, @Valid @NotNull AskToGathering.Invitation invitation) {
    return askToGathering.ask(id, invitation).map(Asked::new);
  }

  @POST
  @Path("/{id}/sign-ups")
  @RolesAllowed({STORE, DISPENSER, CARE_MANAGER})
  @Operation(summary = "Takes in a customer who asks to come.")
  public Uni<OfferView> signUp(@RestPath UUID id, @Valid @NotNull SignUp signUp) {
    return askToGathering.signUp(id, signUp.customerId(), Reach.of(caller)).map(OfferView::of);
  }

  @POST
  @Path("/{id}/cancel")
  @RolesAllowed(CARE_MANAGER)
  @Operation(summary = "Calls it off; whoever was asked or accepted is told.")
  public Uni<Gathering> cancel(@RestPath UUID id) {
    return cancelGathering.cancel(id);
  }
}
