package io.aftercare.followup.desk;

import io.aftercare.followup.programme.Programmes;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
   * @param storeId the store that the customer speaks of; needed only where they never bought
   */
  record NewIncoming(
      @NotNull UUID customerId,
      @Nullable
          @Pattern(
              regexp = "[A-Za-z0-9._-]{1,64}",
              message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
          String storeId) {}

  @POST
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "The customer is on the line: their open call, else a new one, held by me")
  public Uni<CallView> take(@Valid @NotNull NewIncoming rang) {
    return takeIncoming
        .take(
            new TakeIncoming.Ringing(rang.customerId(), rang.storeId()),
            caller.subject(),
            caller.is(Roles.PHARMACIST))
        .map(call -> CallView.of(call, programmes));
  }
}
