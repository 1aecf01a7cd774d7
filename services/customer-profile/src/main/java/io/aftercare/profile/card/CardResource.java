package io.aftercare.profile.card;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;
import static io.aftercare.kit.identity.Roles.PRIVACY_OFFICER;
import static io.aftercare.kit.identity.Roles.STORE;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The counter, the moment it knows who is there. */
@Path("/customers/{id}/card")
@Tag(name = "customers")
@Produces(MediaType.APPLICATION_JSON)
class CardResource {

  private final GreetCards cards;
  private final Caller caller;

  CardResource(GreetCards cards, Caller caller) {
    this.cards = cards;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<GreetCard> card(@RestPath UUID id) {
    return cards
        .read(id, Reach.of(caller), Reading.by(caller, "GET /customers/{id}/card"))
        .map(found -> found.orElseThrow(() -> Problems.notFound("customer", id)));
  }
}
