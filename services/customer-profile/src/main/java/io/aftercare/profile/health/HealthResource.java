package io.aftercare.profile.health;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;

import io.aftercare.kit.identity.Caller;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Condition;
import io.aftercare.profile.customer.Edition;
import io.aftercare.profile.customer.LongTermMedicine;
import io.aftercare.profile.customer.Profile;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where a person who talks with the customer writes down what they tell of their health; a till
 * asks nobody. It is read with the whole file.
 */
@Path("/customers/{id}")
@Tag(name = "health")
@RolesAllowed({DISPENSER, PHARMACIST, CARE_MANAGER})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class HealthResource {

  private final RecordConditions recordConditions;
  private final RecordMedicines recordMedicines;
  private final Caller caller;

  HealthResource(
      RecordConditions recordConditions, RecordMedicines recordMedicines, Caller caller) {
    this.recordConditions = recordConditions;
    this.recordMedicines = recordMedicines;
    this.caller = caller;
  }

  /**
   * @param conditions all that are known; none where the customer said there are none
   */
  record Conditions(@NotNull @Size(max = 100) List<@NotNull @Valid Condition> conditions) {}

  /**
   * @param medicines all that the customer always takes; none where they said there are none
   */
  record Medicines(@NotNull @Size(max = 100) List<@NotNull @Valid LongTermMedicine> medicines) {}

  /** What is then on file. */
  record HealthView(
      UUID customerId,
      long version,
      List<Condition> conditions,
      List<LongTermMedicine> medicines) {}

  @PUT
  @Path("/conditions")
  public Uni<RestResponse<HealthView>> conditions(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull Conditions said) {
    return recordConditions
        .record(
            id,
            Edition.edited(ifMatch, id),
            said.conditions(),
            Reach.of(caller),
            Reading.by(caller, "PUT /customers/{id}/conditions"))
        .map(HealthResource::tagged);
  }

  @PUT
  @Path("/medicines")
  public Uni<RestResponse<HealthView>> medicines(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull Medicines said) {
    return recordMedicines
        .record(
            id,
            Edition.edited(ifMatch, id),
            said.medicines(),
            Reach.of(caller),
            Reading.by(caller, "PUT /customers/{id}/medicines"))
        .map(HealthResource::tagged);
  }

  private static RestResponse<HealthView> tagged(Profile profile) {
    var view =
        new HealthView(
            profile.id(),
            profile.version(),
            profile.health().conditions(),
            profile.health().medicines());
    return RestResponse.ResponseBuilder.ok(view)
        .header(HttpHeaders.ETAG, Edition.tag(profile.version()))
        .build();
  }
}
