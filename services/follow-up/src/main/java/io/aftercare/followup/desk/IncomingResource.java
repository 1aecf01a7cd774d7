package io.aftercare.followup.desk;

import io.aftercare.followup.programme.Programmes;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers who ring us. */
@Path("/calls/incoming")
@Tag(name = "desk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class IncomingResource {

  private final TakeIncoming takeIncoming;
  private final Programmes programmes;
  private final Caller caller;

  IncomingResource(TakeIncoming takeIncoming, Programmes programmes, Caller caller) {
    this.takeIncoming = takeIncoming;
    this.programmes = programmes;
    this.caller = caller;
  }

  /**
   * @param customerId found by the number, at customer-profile
   */
  record NewIncoming(@NotNull UUID customerId) {}

  @POST
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "The customer is on the line: their open call, else a new one, held by me")
  public Uni<CallView> take(@Valid @NotNull NewIncoming rang) {
    return takeIncoming
        .take(rang.customerId(), caller.subject(), caller.is(Roles.PHARMACIST))
        .map(call -> CallView.of(call, programmes));
  }
}
