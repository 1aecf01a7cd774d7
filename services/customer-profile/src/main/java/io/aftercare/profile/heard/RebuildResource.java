package io.aftercare.profile.heard;

import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The house-internal door for what rebuilds the timeline from the services' exports. */
@Path("/timeline/rebuild")
@Tag(name = "timeline")
@RolesAllowed(Roles.SERVICE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RebuildResource {

  private final RebuildTimeline rebuildTimeline;

  RebuildResource(RebuildTimeline rebuildTimeline) {
    this.rebuildTimeline = rebuildTimeline;
  }

  /** Part of an export, as it was read. */
  record Part(@NotEmpty @Size(max = 500) List<RebuildTimeline.@Valid @NotNull Told> events) {}

  /**
   * @param entries that were told; those that are there already are counted too
   */
  record Rebuilt(int entries) {}

  @POST
  public Uni<Rebuilt> rebuild(@Valid @NotNull Part part) {
    return rebuildTimeline.rebuild(part.events()).map(Rebuilt::new);
  }

  @POST
  @Path("/consents")
  public Uni<Rebuilt> rebuildConsents() {
    return rebuildTimeline.rebuildConsents().map(Rebuilt::new);
  }
}
