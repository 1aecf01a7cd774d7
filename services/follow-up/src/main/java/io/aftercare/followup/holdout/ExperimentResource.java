package io.aftercare.followup.holdout;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Experiments, and who answers for them. */
@Path("/experiments")
@Tag(name = "programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ExperimentResource {

  private static final int MOST_PERCENT = 50;

  private final Mutiny.SessionFactory sessions;
  private final Experiments experiments;
  private final ApproveExperiment approveExperiment;
  private final EndExperiment endExperiment;
  private final Caller caller;
  private final int usualPercent;

  ExperimentResource(
      Mutiny.SessionFactory sessions,
      Experiments experiments,
      ApproveExperiment approveExperiment,
      EndExperiment endExperiment,
      Caller caller,
      @ConfigProperty(name = "aftercare.holdout.percent") int usualPercent) {
    this.sessions = sessions;
    this.experiments = experiments;
    this.approveExperiment = approveExperiment;
    this.endExperiment = endExperiment;
    this.caller = caller;
    this.usualPercent = usualPercent;
  }

  /** The share that is not called; as configured, 5, when left out. */
  record NewApproval(@Nullable @Min(1) @Max(MOST_PERCENT) Integer sharePercent) {}

  /**
   * An experiment.
   *
   * @param runs people are held out at present
   * @param approvedBy the subject of the clinical lead
   * @param endedBy absent while it runs
   */
  record ExperimentView(
      String name,
      boolean runs,
      int sharePercent,
      String approvedBy,
      Instant approvedAt,
      @Nullable String endedBy,
      @Nullable Instant endedAt) {

    static ExperimentView of(Experiment experiment) {
      return new ExperimentView(
          experiment.name(),
          experiment.runs(),
          experiment.sharePercent(),
          experiment.approvedBy(),
          experiment.approvedAt(),
          experiment.endedBy(),
          experiment.endedAt());
    }
  }

  /** The list, by name. */
  record ExperimentList(List<ExperimentView> items) {}

  @GET
  @RolesAllowed({Roles.PHARMACIST, Roles.CARE_MANAGER, Roles.SUPERVISOR})
  @Operation(summary = "All experiments that were ever approved")
  public Uni<ExperimentList> list() {
    return sessions
        .withSession(experiments::all)
        .map(all -> new ExperimentList(all.stream().map(ExperimentView::of).toList()));
  }

  @PUT
  @Path("/{name}/approval")
  @RolesAllowed({Roles.PHARMACIST, Roles.CARE_MANAGER})
  @Operation(
      summary =
          "A clinical lead approves that a share of customers is not called, never for safety")
  public Uni<ExperimentView> approve(@RestPath String name, @Valid @NotNull NewApproval approval) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw Problems.invalid("name", "must be of a-z 0-9 -, such as relationship");
    }
    int share = approval.sharePercent() == null ? usualPercent : approval.sharePercent();
    return approveExperiment.approve(name, share, caller.subject()).map(ExperimentView::of);
  }

  @DELETE
  @Path("/{name}/approval")
  @RolesAllowed({Roles.PHARMACIST, Roles.CARE_MANAGER})
  @Operation(summary = "From now on everybody is called again")
  public Uni<ExperimentView> end(@RestPath String name) {
    return endExperiment.end(name, caller.subject()).map(ExperimentView::of);
  }
}
