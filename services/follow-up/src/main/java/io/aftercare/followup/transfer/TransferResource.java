package io.aftercare.followup.transfer;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
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
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who waits with a red flag, and who takes over. */
@Path("/transfers")
@Tag(name = "transfer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TransferResource {

  private final TakeTransfer takeTransfer;
  private final EndTransfer endTransfer;
  private final Transfers transfers;
  private final Caller caller;
  private final Clock clock;

  TransferResource(
      TakeTransfer takeTransfer,
      EndTransfer endTransfer,
      Transfers transfers,
      Caller caller,
      Clock clock) {
    this.takeTransfer = takeTransfer;
    this.endTransfer = endTransfer;
    this.transfers = transfers;
    this.caller = caller;
    this.clock = clock;
  }

  record NewEnding(@NotNull Ending ending) {}

  /** Nothing needs to be said to take or withdraw one. */
  record Nothing() {}

  /** Those that wait first, longest first. */
  record TransferList(List<TransferView> items) {}

  @GET
  @RolesAllowed({Roles.PHARMACIST, Roles.DISPENSER, Roles.SUPERVISOR})
  @Operation(summary = "Who waits for a pharmacist; a store sees its own, once it is asked to help")
  public Uni<TransferList> open() {
    return transfers
        .open(reach(), clock.instant().atOffset(ZoneOffset.UTC), caller.subject())
        .map(TransferList::new);
  }

  @POST
  @Path("/{id}/take")
  @RolesAllowed({Roles.PHARMACIST, Roles.DISPENSER, Roles.SUPERVISOR})
  @Operation(summary = "I take over")
  public Uni<TransferView> take(@RestPath UUID id, Nothing nothing) {
    return takeTransfer.take(id, caller.subject(), reach());
  }

  @POST
  @Path("/{id}/end")
  @RolesAllowed({Roles.PHARMACIST, Roles.DISPENSER, Roles.SUPERVISOR})
  @Operation(summary = "What came of the transfer that I took")
  public Uni<TransferView> end(@RestPath UUID id, @Valid @NotNull NewEnding said) {
    return endTransfer.end(id, caller.subject(), said.ending());
  }

  @POST
  @Path("/{id}/withdraw")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "I asked for a pharmacist, and none is needed any more")
  public Uni<TransferView> withdraw(@RestPath UUID id, Nothing nothing) {
    return endTransfer.end(id, caller.subject(), null);
  }

  /** Who speaks for a store sees that store's; the call centre sees all. */
  private Transfers.Reach reach() {
    boolean callCentre = caller.store().isEmpty() && !caller.is(Roles.DISPENSER);
    return new Transfers.Reach(callCentre, caller.store().orElse(null));
  }
}
