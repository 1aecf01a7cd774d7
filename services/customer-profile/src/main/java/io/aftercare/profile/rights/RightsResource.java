package io.aftercare.profile.rights;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the privacy officer does when a customer asks for it. A correction is PUT /customers/{id}.
 */
@Path("/customers")
@Tag(name = "rights")
@RolesAllowed(Roles.PRIVACY_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RightsResource {

  private final ExportCustomer exportCustomer;
  private final RestrictCustomer restrictCustomer;
  private final EraseCustomer eraseCustomer;
  private final Bundle bundle;
  private final Caller caller;

  RightsResource(
      ExportCustomer exportCustomer,
      RestrictCustomer restrictCustomer,
      EraseCustomer eraseCustomer,
      Bundle bundle,
      Caller caller) {
    this.exportCustomer = exportCustomer;
    this.restrictCustomer = restrictCustomer;
    this.eraseCustomer = eraseCustomer;
    this.bundle = bundle;
    this.caller = caller;
  }

  /**
   * @param restricted no calls and no messages from now on; or again, when false
   */
  record Restriction(@NotNull Boolean restricted) {}

  /** Everything, as an archive with a page to read and the same for machines. */
  @GET
  @Path("/{id}/export")
  @Produces("application/zip")
  public Uni<RestResponse<byte[]>> export(@RestPath UUID id) {
    return exportCustomer
        .export(id, caller, "GET /customers/{id}/export")
        .map(
            everything ->
                RestResponse.ResponseBuilder.ok(bundle.of(everything))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"customer-%s.zip\"".formatted(id))
                    .build());
  }

  @PUT
  @Path("/{id}/restriction")
  @APIResponse(responseCode = "204", description = "Committed")
  public Uni<Void> restrict(@RestPath UUID id, @Valid @NotNull Restriction restriction) {
    return restrictCustomer.restrict(id, restriction.restricted());
  }

  /** Forgets the customer for good. */
  @DELETE
  @Path("/{id}")
  public Uni<EraseCustomer.Erasure> erase(@RestPath UUID id) {
    return eraseCustomer.erase(id, caller.subject());
  }

  /** Lets go of what a suspected adverse reaction held back. */
  @DELETE
  @Path("/{id}/legal-holds/{reaction}")
  @APIResponse(responseCode = "204", description = "Committed")
  public Uni<Void> release(@RestPath UUID id, @RestPath UUID reaction) {
    return eraseCustomer.release(id, reaction);
  }
}
