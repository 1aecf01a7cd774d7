package io.aftercare.followup.transfer;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Handing over a red flag that an agent has on the line. */
@Path("/calls/{id}/transfer")
@Tag(name = "transfer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RedFlagResource {

  private final AskForPharmacist askForPharmacist;
  private final Caller caller;

  RedFlagResource(AskForPharmacist askForPharmacist, Caller caller) {
    this.askForPharmacist = askForPharmacist;
    this.caller = caller;
  }

  /**
   * A red flag on the line.
   *
   * @param epoch as it was given with the call
   * @param redFlags what was named
   * @param placeConfirmed the agent knows where the person is
   */
  record NewTransfer(
      @NotNull @Min(0) Long epoch,
      @NotNull @Size(min = 1, max = 10) List<@NotNull RedFlag> redFlags,
      @NotNull Boolean placeConfirmed) {}

  @POST
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "A red flag: a pharmacist is to take over now; I stay on the line")
  public Uni<TransferView> ask(@RestPath UUID id, @Valid @NotNull NewTransfer asked) {
    return askForPharmacist.ask(
        id, asked.epoch(), caller.subject(), asked.redFlags(), asked.placeConfirmed());
  }
}
