package io.aftercare.profile.rights;

import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger of erasures, applied again after a restore. */
@Path("/erasures")
@Tag(name = "rights")
@RolesAllowed(Roles.PRIVACY_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {

  private final ReapplyErasures reapplyErasures;

  ErasureResource(ReapplyErasures reapplyErasures) {
    this.reapplyErasures = reapplyErasures;
  }

  /**
   * @param erased customers whom the ledger knew and the database still did
   */
  record Reapplied(int erased) {}

  /** Erases again whom the ledger knows. The service does so at each start by itself. */
  @POST
  @Path("/reapply")
  public Uni<Reapplied> reapply() {
    return reapplyErasures.reapply().map(Reapplied::new);
  }
}
