package io.aftercare.profile.customer;

import static io.aftercare.kit.identity.Roles.AGENT;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Files of customers as the counter and the care team read and correct them. Agents have no way in
 * here: what they need for a call, follow-up's permit gives them.
 */
@Path("/customers")
@Tag(name = "customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CustomerResource {

  private final Customers customers;
  private final FindCustomers findCustomers;
  private final CorrectCustomer correctCustomer;
  private final RecordAllergies recordAllergies;
  private final Intake intake;
  private final Caller caller;

  CustomerResource(
      Customers customers,
      FindCustomers findCustomers,
      CorrectCustomer correctCustomer,
      RecordAllergies recordAllergies,
      Intake intake,
      Caller caller) {
    this.customers = customers;
    this.findCustomers = findCustomers;
    this.correctCustomer = correctCustomer;
    this.recordAllergies = recordAllergies;
    this.intake = intake;
    this.caller = caller;
  }

  /**
   * Whose phone or e-mail is it? One of the two is asked for.
   *
   * @param country ISO 3166-1 alpha-2, for a number without a country code; needed with a phone
   */
  record CustomerSearch(
      @Nullable @Size(max = 40) String phone,
      @Nullable
          @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code, such as US")
          String country,
      @Nullable @Size(max = 254) String email) {}

  /** Families share phones: there may be several. */
  record CustomerCards(List<CustomerCard> customers) {}

  @POST
  @Path("/search")
  @RolesAllowed({STORE, DISPENSER, AGENT, PHARMACIST, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<CustomerCards> search(@Valid @NotNull CustomerSearch search) {
    return findCustomers
        .find(
            intake.sought(search.phone(), search.country(), search.email()),
            // Whoever rings is somebody of the chain; all that an agent is shown is whom to greet.
            caller.is(AGENT) ? new Reach.Chain() : Reach.of(caller),
            Reading.by(caller, "POST /customers/search"))
        .map(
            found ->
                new CustomerCards(
                    found.stream()
                        .map(each -> CustomerCard.of(each.profile(), each.caregiver()))
                        .map(card -> caller.is(AGENT) ? card.toGreet() : card)
                        .toList()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<RestResponse<CustomerView>> one(@RestPath UUID id) {
    return customers
        .read(id, Reach.of(caller), Reading.by(caller, "GET /customers/{id}"))
        .map(found -> tagged(orNotFound(found, id)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({STORE, DISPENSER, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<RestResponse<CustomerView>> correct(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable NewCustomer form) {
    return correctCustomer
        .correct(
            id,
            Edition.edited(ifMatch, id),
            intake.correction(id, form),
            Reach.of(caller),
            Reading.by(caller, "PUT /customers/{id}"))
        .map(CustomerResource::tagged);
  }

  @PUT
  @Path("/{id}/allergies")
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, CARE_MANAGER})
  public Uni<CustomerCard> recordAllergies(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull RecordAllergies.Allergies said) {
    return recordAllergies
        .record(
            id,
            ifMatch == null ? null : Edition.edited(ifMatch, id),
            said,
            Reach.of(caller),
            Reading.by(caller, "PUT /customers/{id}/allergies"))
        .map(CustomerCard::of);
  }

  private static Profile orNotFound(Optional<Profile> found, UUID id) {
    return found.orElseThrow(() -> Problems.notFound("customer", id));
  }

  private static RestResponse<CustomerView> tagged(Profile profile) {
    return RestResponse.ResponseBuilder.ok(CustomerView.of(profile))
        .header(HttpHeaders.ETAG, Edition.tag(profile.version()))
        .build();
  }
}
