package io.aftercare.profile.roster;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.roster.ImportCustomers.Bringer;
import io.aftercare.profile.roster.ImportCustomers.ImportReport;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Where files of existing customers come in: a care manager's for the whole chain, a dispenser's
 * for the own store. A till has no file to bring.
 */
@Path("/customers/import")
@Tag(name = "customers")
@Produces(MediaType.APPLICATION_JSON)
class RosterResource {

  private static final String CSV = "text/csv";

  private final ImportCustomers importing;
  private final Caller caller;

  RosterResource(ImportCustomers importing, Caller caller) {
    this.importing = importing;
    this.caller = caller;
  }

  @POST
  @Consumes(CSV)
  @RolesAllowed({CARE_MANAGER, DISPENSER})
  @Blocking
  @Operation(
      summary = "Stores the good lines of a CSV file, and says of each other what is wrong.",
      description =
          "A customer keeps the id that their number in the old books gives them: the same file"
              + " again changes nothing. Large files come in parts, each with the header line.")
  public ImportReport load(
      @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
          InputStream file,
      @RestQuery
          @Parameter(
              description = "true reports what would happen and stores nothing.",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @Nullable String dryRun,
      @RestQuery
          @Parameter(
              description =
                  "Number of the first line after the header in the whole file, for a later part of it.",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "2", defaultValue = "2"))
          @Nullable String firstLine) {
    if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
      throw Problems.invalid("dryRun", "must be true or false");
    }
    if (firstLine != null && !firstLine.matches("[1-9][0-9]{0,8}")) {
      throw Problems.invalid("firstLine", "must be a number from 1 to 999999999");
    }
    boolean headquarters = caller.is(CARE_MANAGER) && caller.store().isEmpty();
    return importing.run(
        new Bringer(headquarters ? null : caller.storeId(), caller.subject()),
        file,
        "true".equals(dryRun),
        firstLine == null ? null : Integer.valueOf(firstLine));
  }
}
