package io.aftercare.profile.duplicate;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;

import io.aftercare.kit.identity.Caller;
import io.aftercare.profile.audit.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who may be the same person as a customer. */
@Path("/customers")
@Tag(name = "duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(CARE_MANAGER)
class CandidateResource {

  private final Duplicates duplicates;
  private final Caller caller;

  CandidateResource(Duplicates duplicates, Caller caller) {
    this.duplicates = duplicates;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/duplicates")
  @Operation(summary = "Who may be the same person as this customer, the likest first.")
  public Uni<DuplicateResource.PairList> ofOne(@RestPath UUID id) {
    return duplicates
        .of(id, Reading.by(caller, "GET /customers/{id}/duplicates"))
        .map(
            pairs ->
                new DuplicateResource.PairList(pairs.stream().map(PairView::of).toList(), null));
  }
}
