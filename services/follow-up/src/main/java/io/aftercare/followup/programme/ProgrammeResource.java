package io.aftercare.followup.programme;

import io.aftercare.kit.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The programmes in force, for those who answer for them. */
@Path("/programmes")
@Tag(name = "programmes")
@Produces(MediaType.APPLICATION_JSON)
class ProgrammeResource {

  private final Programmes programmes;

  ProgrammeResource(Programmes programmes) {
    this.programmes = programmes;
  }

  /** The list, by key. */
  record ProgrammeList(List<ProgrammeView> items) {}

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.CARE_MANAGER, Roles.PHARMACIST, Roles.AGENT})
  @Operation(summary = "The newest published version of each programme")
  public ProgrammeList list() {
    return new ProgrammeList(
        programmes.inForce().stream()
            .map(published -> ProgrammeView.of(published, programmes))
            .toList());
  }
}
