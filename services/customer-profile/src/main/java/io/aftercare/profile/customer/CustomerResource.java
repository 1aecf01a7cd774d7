package io.aftercare.profile.customer;

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
import jakarta.validation.constraints.NotBlank;
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
  private final FindByPhone findByPhone;
  private final CorrectCustomer correctCustomer;
  private final RecordAllergies recordAllergies;
  private final Intake intake;
  private final Caller caller;

  CustomerResource(
      Customers customers,
      FindByPhone findByPhone,
      CorrectCustomer correctCustomer,
      RecordAllergies recordAllergies,
      Intake intake,
      Caller caller) {
    this.customers = customers;
    this.findByPhone = findByPhone;
    this.correctCustomer = correctCustomer;
    this.recordAllergies = recordAllergies;
    this.intake = intake;
    this.caller = caller;
  }

  /**
   * Whose phone is it?
   *
   * @param country ISO 3166-1 alpha-2, for a number without a country code
   */
  record PhoneSearch(
      @NotBlank @Size(max = 40) String phone,
      @NotNull
          @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code, such as US")
          String country) {}

  /** Families share phones: there may be several. */
  record CustomerCards(List<CustomerCard> customers) {}

  @POST
  @Path("/search")
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<CustomerCards> search(@Valid @NotNull PhoneSearch search) {
    return findByPhone
        .find(
            intake.phone(search.phone(), search.country()),
            Reach.of(caller),
            Reading.by(caller, "POST /customers/search"))
        .map(
            found ->
                new CustomerCards(
                    found.stream()
                        .map(each -> CustomerCard.of(each.profile(), each.caregiver()))
                        .toList()));
  }

  @GET
  @Path("/{id}/card")
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<CustomerCard> card(@RestPath UUID id) {
    return customers
        .read(id, Reach.of(caller), Reading.by(caller, "GET /customers/{id}/card"))
        .map(found -> CustomerCard.of(orNotFound(found, id)));
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
            edited(ifMatch, id),
            intake.correction(id, form),
            Reach.of(caller),
            Reading.by(caller, "PUT /customers/{id}"))
        .map(CustomerResource::tagged);
  }

  @PUT
  @Path("/{id}/allergies")
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, CARE_MANAGER})
  public Uni<CustomerCard> recordAllergies(
      @RestPath UUID id, @Valid @NotNull RecordAllergies.Allergies said) {
    return recordAllergies
        .record(id, said, Reach.of(caller), Reading.by(caller, "PUT /customers/{id}/allergies"))
        .map(CustomerCard::of);
  }

  private static Profile orNotFound(Optional<Profile> found, UUID id) {
    return found.orElseThrow(() -> Problems.notFound("customer", id));
  }

  private static RestResponse<CustomerView> tagged(Profile profile) {
    return RestResponse.ResponseBuilder.ok(CustomerView.of(profile))
        .header(HttpHeaders.ETAG, "\"%d\"".formatted(profile.version()))
        .build();
  }

  /** An ETag that we never gave is of no version that could still be current. */
  private static long edited(@Nullable String ifMatch, UUID id) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw CustomerProblems.unconditional();
    }
    String tag = ifMatch.strip();
    if (!tag.matches("\"\\d{1,18}\"")) {
      throw CustomerProblems.changedMeanwhile(id);
    }
    return Long.parseLong(tag, 1, tag.length() - 1, 10);
  }
}
