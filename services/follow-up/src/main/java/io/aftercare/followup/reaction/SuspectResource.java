package io.aftercare.followup.reaction;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The medicines that can be suspected in a call without asking. */
@Path("/calls/{id}/suspects")
@Tag(name = "reaction")
@Produces(MediaType.APPLICATION_JSON)
class SuspectResource {

  private final ReadReactions readReactions;
  private final Caller caller;

  SuspectResource(ReadReactions readReactions, Caller caller) {
    this.readReactions = readReactions;
    this.caller = caller;
  }

  /** The latest first. */
  record SuspectList(List<SoldMedicines.Sold> items) {}

  @GET
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "What we sold to the customer of a call; of mine, for an agent")
  public Uni<SuspectList> suspects(@RestPath UUID id) {
    boolean any = caller.is(Roles.PHARMACIST) || caller.is(Roles.SUPERVISOR);
    return readReactions.suspects(id, caller.subject(), any).map(SuspectList::new);
  }
}
