package io.aftercare.profile.care;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.SERVICE;
import static io.aftercare.kit.identity.Roles.STORE;

import io.aftercare.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What customers say to what they are offered. */
@Path("/care-offers")
@Tag(name = "care")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OfferResource {

  private final AnswerOffer answerOffer;
  private final Caller caller;

  OfferResource(AnswerOffer answerOffer, Caller caller) {
    this.answerOffer = answerOffer;
    this.caller = caller;
  }

  @POST
  @Path("/{id}/accept")
  @RolesAllowed({STORE, DISPENSER, CARE_MANAGER, SERVICE})
  public Uni<OfferView> accept(@RestPath UUID id) {
    return answer(id, CareOffer.State.ACCEPTED, "POST /care-offers/{id}/accept");
  }

  @POST
  @Path("/{id}/decline")
  @RolesAllowed({STORE, DISPENSER, CARE_MANAGER, SERVICE})
  public Uni<OfferView> decline(@RestPath UUID id) {
    return answer(id, CareOffer.State.DECLINED, "POST /care-offers/{id}/decline");
  }

  @POST
  @Path("/{id}/attend")
  @RolesAllowed({STORE, DISPENSER, CARE_MANAGER})
  public Uni<OfferView> attend(@RestPath UUID id) {
    return answer(id, CareOffer.State.ATTENDED, "POST /care-offers/{id}/attend");
  }

  private Uni<OfferView> answer(UUID id, CareOffer.State state, String endpoint) {
    return answerOffer.answer(id, state, caller, endpoint).map(OfferView::of);
  }
}
