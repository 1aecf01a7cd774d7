package io.aftercare.profile.care;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;
import static io.aftercare.kit.identity.Roles.STORE;

import io.aftercare.kit.identity.Caller;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What is special in the care for a customer. */
@Path("/customers")
@Tag(name = "care")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CareResource {

  private final CareFiles files;
  private final NameAdviser nameAdviser;
  private final Caller caller;

  CareResource(CareFiles files, NameAdviser nameAdviser, Caller caller) {
    this.files = files;
    this.nameAdviser = nameAdviser;
    this.caller = caller;
  }

  /**
   * @param subject of the member of staff, as their tokens name them
   */
  record NewAdviser(
      @NotNull @Pattern(regexp = "[\\x21-\\x7e]{1,100}", message = "must be a subject")
          String subject) {}

  record DeliveryWish(@NotNull CareFile.Delivery delivery) {}

  @GET
  @Path("/{id}/care")
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, CARE_MANAGER})
  @Operation(summary = "The customer's adviser, wish for delivery, and offers.")
  public Uni<CareFile> care(@RestPath UUID id) {
    return files.read(id, caller);
  }

  @PUT
  @Path("/{id}/adviser")
  @RolesAllowed(CARE_MANAGER)
  @APIResponse(responseCode = "204", description = "Named")
  public Uni<Void> nameAdviser(@RestPath UUID id, @Valid @NotNull NewAdviser adviser) {
    return nameAdviser.name(id, adviser.subject(), caller.subject(), Reach.of(caller));
  }

  @DELETE
  @Path("/{id}/adviser")
  @RolesAllowed(CARE_MANAGER)
  @APIResponse(responseCode = "204", description = "Nobody is the customer's adviser")
  public Uni<Void> dismissAdviser(@RestPath UUID id) {
    return nameAdviser.dismiss(id, Reach.of(caller));
  }

  @PUT
  @Path("/{id}/delivery")
  @RolesAllowed({STORE, DISPENSER, CARE_MANAGER})
  @APIResponse(responseCode = "204", description = "Noted")
  public Uni<Void> noteDelivery(@RestPath UUID id, @Valid @NotNull DeliveryWish wish) {
    return files.noteDelivery(id, wish.delivery(), caller);
  }
}
