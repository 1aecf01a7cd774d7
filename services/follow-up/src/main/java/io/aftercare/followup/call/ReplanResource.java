package io.aftercare.followup.call;

import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** After a change of rules: what would move, and moving it. */
@Path("/replans")
@Tag(name = "programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReplanResource {

  private static final int USUAL = 20_000;

  private final ReplanCalls replanCalls;
  private final ReplanAfterRelease replanAfterRelease;

  ReplanResource(ReplanCalls replanCalls, ReplanAfterRelease replanAfterRelease) {
    this.replanCalls = replanCalls;
    this.replanAfterRelease = replanAfterRelease;
  }

  /**
   * What is wanted.
   *
   * @param preview only say what would move
   * @param programme only its calls; all when left out
   * @param after where the last answer ended; from the beginning when left out
   * @param limit contacts to look at, at most; 20,000 when left out
   */
  record NewReplan(
      @NotNull Boolean preview,
      @Nullable @Pattern(regexp = "[a-z0-9-]{1,64}", message = "must be 1 to 64 of a-z 0-9 -")
          String programme,
      @Nullable UUID after,
      @Nullable @Min(1) @Max(USUAL) Integer limit) {}

  @GET
  @Path("/last")
  @RolesAllowed({Roles.SUPERVISOR, Roles.CARE_MANAGER})
  @Operation(
      summary =
          "What moved when a release last brought other zone data, holidays, working days or hours")
  public Uni<ReplanAfterRelease.Last> last() {
    return replanAfterRelease
        .last()
        .map(last -> last.orElseThrow(() -> Problems.notFound("replan", "last")));
  }

  @POST
  @RolesAllowed({Roles.SUPERVISOR, Roles.CARE_MANAGER})
  @Operation(
      summary =
          "Planned contacts in line with programmes, working days, holidays and zones as they are now;"
              + " next leads on")
  public Uni<Replanned> replan(@Valid @NotNull NewReplan wanted) {
    return replanCalls.replan(
        new ReplanCalls.Wanted(
            wanted.preview(),
            wanted.programme(),
            wanted.after(),
            wanted.limit() == null ? USUAL : wanted.limit()));
  }
}
