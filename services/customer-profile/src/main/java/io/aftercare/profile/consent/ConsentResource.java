package io.aftercare.profile.consent;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;
import static io.aftercare.kit.identity.Roles.PRIVACY_OFFICER;
import static io.aftercare.kit.identity.Roles.SERVICE;
import static io.aftercare.kit.identity.Roles.STORE;

import io.aftercare.kit.identity.Caller;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.customer.ConsentView;
import io.aftercare.profile.customer.Intake;
import io.aftercare.profile.customer.NewConsent;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * What a customer allows and forbids, as the counter writes it down and as follow-up hears it on
 * the phone.
 */
@Path("/customers")
@Tag(name = "consent")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ConsentResource {

  private final RecordConsent recordConsent;
  private final DoNotCall doNotCall;
  private final ConsentHistories histories;
  private final OptOut optOut;
  private final Intake intake;
  private final Caller caller;

  ConsentResource(
      RecordConsent recordConsent,
      DoNotCall doNotCall,
      ConsentHistories histories,
      OptOut optOut,
      Intake intake,
      Caller caller) {
    this.recordConsent = recordConsent;
    this.doNotCall = doNotCall;
    this.histories = histories;
    this.optOut = optOut;
    this.intake = intake;
    this.caller = caller;
  }

  /**
   * In which call the customer said so.
   *
   * @param callId follow-up's call
   */
  record SaidInCall(@NotNull UUID callId) {}

  /**
   * What somebody who followed the link in a message wants no more of.
   *
   * @param messageId follow-up's message
   */
  record SaidByLink(
      @NotNull UUID messageId,
      @NotNull Consent.Purpose purpose,
      @NotNull Consent.Channel channel) {}

  /** The standing answers after this one; what was never asked is not listed. */
  record StandingConsents(UUID customerId, long version, List<ConsentView> consents) {}

  @PUT
  @Path("/{id}/consents")
  @RolesAllowed({STORE, DISPENSER, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<StandingConsents> record(@RestPath UUID id, @Valid @NotNull NewConsent consent) {
    return recordConsent
        .record(
            id,
            intake.answer(consent),
            Reach.of(caller),
            Reading.by(caller, "PUT /customers/{id}/consents"))
        .map(
            profile ->
                new StandingConsents(
                    profile.id(),
                    profile.version(),
                    profile.consents().stream().map(ConsentView::of).toList()));
  }

  @GET
  @Path("/{id}/consents")
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<ConsentHistory> history(@RestPath UUID id) {
    return histories.read(id, Reach.of(caller), Reading.by(caller, "GET /customers/{id}/consents"));
  }

  @POST
  @Path("/{id}/do-not-call")
  @RolesAllowed(SERVICE)
  @APIResponse(responseCode = "204", description = "Committed")
  public Uni<Void> doNotCall(@RestPath UUID id, @Valid @NotNull SaidInCall said) {
    return doNotCall.keep(id, said.callId());
  }

  @POST
  @Path("/{id}/opt-out")
  @RolesAllowed(SERVICE)
  @APIResponse(responseCode = "204", description = "Committed")
  public Uni<Void> optOut(@RestPath UUID id, @Valid @NotNull SaidByLink said) {
    return optOut.keep(id, new OptOut.Said(said.messageId(), said.purpose(), said.channel()));
  }
}
