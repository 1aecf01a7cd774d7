package io.aftercare.profile.medication;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;
import static io.aftercare.kit.identity.Roles.PRIVACY_OFFICER;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a customer takes, for the people who care for them. */
@Path("/customers")
@Tag(name = "medication")
@Produces(MediaType.APPLICATION_JSON)
class MedicationResource {

  private static final String ALL = "all";

  private final Medication medication;
  private final Caller caller;

  MedicationResource(Medication medication, Caller caller) {
    this.medication = medication;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/medication")
  @RolesAllowed({DISPENSER, PHARMACIST, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<MedicationRecord> read(
      @RestPath UUID id,
      @RestQuery
          @DefaultValue("180")
          @Parameter(
              description =
                  "Days of the period of adherence, today included; all reckons each medicine from its first supply on.")
          String days) {
    return medication.read(
        id, period(days), Reach.of(caller), Reading.by(caller, "GET /customers/{id}/medication"));
  }

  private static @Nullable Integer period(String days) {
    if (days.equals(ALL)) {
      return null;
    }
    if (!days.matches("[1-9][0-9]{0,3}")) {
      throw Problems.invalid("days", "must be a number of days from 1 to 9999, or all");
    }
    return Integer.valueOf(days);
  }
}
