package io.aftercare.profile.campaign;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.kit.identity.Caller;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Campaigns as the care team runs them. */
@Path("/campaigns")
@Tag(name = "care")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CampaignResource {

  private final OpenCampaign openCampaign;
  private final StopCampaign stopCampaign;
  private final Campaigns campaigns;
  private final Scoped scoped;
  private final Caller caller;

  CampaignResource(
      OpenCampaign openCampaign,
      StopCampaign stopCampaign,
      Campaigns campaigns,
      Scoped scoped,
      Caller caller) {
    this.openCampaign = openCampaign;
    this.stopCampaign = stopCampaign;
    this.campaigns = campaigns;
    this.scoped = scoped;
    this.caller = caller;
  }

  record CampaignList(List<Campaign> items) {}

  @POST
  @RolesAllowed(CARE_MANAGER)
  @Operation(summary = "Opens a campaign: an offer that comes by itself to all whom it concerns.")
  @APIResponse(
      responseCode = "201",
      description = "Opened",
      content = @Content(schema = @Schema(implementation = Campaign.class)))
  public Uni<RestResponse<Campaign>> open(@Valid @NotNull OpenCampaign.NewCampaign asked) {
    return openCampaign
        .open(asked, caller.subject())
        .map(
            campaign ->
                RestResponse.ResponseBuilder.<Campaign>created(
                        URI.create("/campaigns/" + campaign.id()))
                    .entity(campaign)
                    .build());
  }

  @GET
  @RolesAllowed({CARE_MANAGER, SUPERVISOR})
  @Operation(summary = "The newest 200 campaigns, newest first.")
  public Uni<CampaignList> list() {
    return scoped.inTransaction(new Reach.Chain(), campaigns::list).map(CampaignList::new);
  }

  @POST
  @Path("/{id}/stop")
  @RolesAllowed(CARE_MANAGER)
  @Operation(summary = "Stops it, and takes back what nobody has answered yet.")
  public Uni<Campaign> stop(@RestPath UUID id) {
    return stopCampaign.stop(id);
  }
}
