package io.aftercare.followup.incident;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Warnings, before a call is ended. */
@Path("/calls/{id}/warning")
@Tag(name = "incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class WarningResource {

  private final GiveWarning giveWarning;
  private final Caller caller;

  WarningResource(GiveWarning giveWarning, Caller caller) {
    this.giveWarning = giveWarning;
    this.caller = caller;
  }

  /**
   * @param epoch as it was given with the call
   */
  record NewWarning(@NotNull @Min(0) Long epoch) {}

  /** When it was given. */
  record WarningView(Instant warnedAt) {}

  @POST
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "I said that I cannot go on like this; only then can the call be ended so")
  public Uni<WarningView> warn(@RestPath UUID id, @Valid @NotNull NewWarning mine) {
    return giveWarning.give(id, mine.epoch(), caller.subject()).map(WarningView::new);
  }
}
