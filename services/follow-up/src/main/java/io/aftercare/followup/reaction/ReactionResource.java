package io.aftercare.followup.reaction;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.page.Page;
import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Suspected adverse reactions: recorded by who hears of them, judged by pharmacists. */
@Path("/reactions")
@Tag(name = "reaction")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReactionResource {

  private final RecordReaction recordReaction;
  private final ChangeReaction changeReaction;
  private final ReadReactions readReactions;
  private final Caller caller;

  ReactionResource(
      RecordReaction recordReaction,
      ChangeReaction changeReaction,
      ReadReactions readReactions,
      Caller caller) {
    this.recordReaction = recordReaction;
    this.changeReaction = changeReaction;
    this.readReactions = readReactions;
    this.caller = caller;
  }

  /**
   * A pharmacist's judgement.
   *
   * @param answers to all ten items, by number
   * @param criteria what makes it serious, where that is known better by now
   */
  record NewAssessment(
      @NotNull @Size(max = 20) Map<@NotNull Integer, Naranjo.@NotNull Answer> answers,
      @Nullable @Size(max = 6) List<@NotNull Criterion> criteria) {}

  /**
   * The authority was told.
   *
   * @param reference the authority's number for it
   */
  record NewReport(
      @NotNull
          @Pattern(
              regexp = "[\\x21-\\x7e]{1,64}",
              message = "must be 1 to 64 printable characters without spaces")
          String reference) {}

  /** Nothing needs to be said to withdraw one. */
  record Nothing() {}

  /** In the order of the scale. */
  record ItemList(List<Naranjo.Item> items) {}

  @POST
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "Records a suspicion; its clock starts now")
  public Uni<RestResponse<ReactionView>> record(@Valid @NotNull NewReaction said) {
    return recordReaction
        .record(said, caller.subject(), caller.is(Roles.PHARMACIST))
        .map(
            recorded -> {
              ReactionView view = ReactionView.of(recorded.reaction());
              return recorded.isNew()
                  ? RestResponse.ResponseBuilder.<ReactionView>created(
                          URI.create("/reactions/" + view.id()))
                      .entity(view)
                      .build()
                  : RestResponse.ok(view);
            });
  }

  @GET
  @RolesAllowed({Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "Suspicions in the order in which they were recorded")
  public Uni<RestResponse<Page<ReactionView>>> list(@BeanParam ReactionQuery query, UriInfo uri) {
    Reactions.Filter filter = query.filter();
    return readReactions
        .list(filter, caller.subject())
        .map(found -> Page.cut(found, filter.limit()))
        .map(cut -> cut.answer(uri, ReactionView::of, last -> last.id().toString()));
  }

  @GET
  @Path("/causality-items")
  @RolesAllowed({Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "What a pharmacist is asked to judge the causality, with the points")
  public ItemList items() {
    return new ItemList(Naranjo.ITEMS);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "A suspicion")
  public Uni<ReactionView> one(@RestPath UUID id) {
    return readReactions.one(id, caller.subject()).map(ReactionView::of);
  }

  @GET
  @Path("/{id}/export")
  @RolesAllowed({Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "What the authority's form asks for, by the element numbers of E2B(R3)")
  public Uni<SafetyReport> export(@RestPath UUID id) {
    return readReactions.export(id, caller.subject());
  }

  @PUT
  @Path("/{id}/assessment")
  @RolesAllowed(Roles.PHARMACIST)
  @Operation(summary = "How likely the medicine is the cause, and how serious it is")
  public Uni<ReactionView> assess(@RestPath UUID id, @Valid @NotNull NewAssessment judged) {
    List<String> objections = Naranjo.objections(judged.answers());
    if (!objections.isEmpty()) {
      throw Problems.invalid(
          objections.stream()
              .map(objection -> Violation.In.body.field("answers").message(objection))
              .toList());
    }
    return changed(id, new ChangeReaction.Change.Assess(judged.answers(), judged.criteria()));
  }

  @POST
  @Path("/{id}/report")
  @RolesAllowed({Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "The authority was told")
  public Uni<ReactionView> report(@RestPath UUID id, @Valid @NotNull NewReport told) {
    return changed(id, new ChangeReaction.Change.Tell(told.reference()));
  }

  @POST
  @Path("/{id}/withdraw")
  @RolesAllowed(Roles.PHARMACIST)
  @Operation(summary = "It was recorded by mistake")
  public Uni<ReactionView> withdraw(@RestPath UUID id, Nothing nothing) {
    return changed(id, new ChangeReaction.Change.Withdraw());
  }

  private Uni<ReactionView> changed(UUID id, ChangeReaction.Change change) {
    return changeReaction.change(id, change, caller.subject()).map(ReactionView::of);
  }
}
