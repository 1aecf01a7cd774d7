package io.aftercare.profile.duplicate;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.page.ListQuery;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.duplicate.MergeCustomers.NewMerge;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who may be known twice, as a care manager looks through them and decides. */
@Path("/")
@Tag(name = "duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(CARE_MANAGER)
class DuplicateResource {

  /** Pairs that are compared for one page. */
  private static final int A_PAGE = 500;

  private final Duplicates duplicates;
  private final MergeCustomers mergeCustomers;
  private final UndoMerge undoMerge;
  private final DenyDuplicate denyDuplicate;
  private final Caller caller;

  DuplicateResource(
      Duplicates duplicates,
      MergeCustomers mergeCustomers,
      UndoMerge undoMerge,
      DenyDuplicate denyDuplicate,
      Caller caller) {
    this.duplicates = duplicates;
    this.mergeCustomers = mergeCustomers;
    this.undoMerge = undoMerge;
    this.denyDuplicate = denyDuplicate;
    this.caller = caller;
  }

  /** The query of the list. */
  static final class PlaceQuery extends ListQuery {
    @Nullable UUID place() {
      limit();
      return sound(afterId());
    }
  }

  /**
   * Those worth a look, the likest first.
   *
   * @param next where the search goes on, as the parameter cursor says it; absent at the end
   */
  record PairList(List<PairView> items, @Nullable UUID next) {}

  /**
   * @param undoUntil first instant at which it can no longer be undone
   * @param undoneAt absent while it stands
   */
  record MergeView(
      UUID id,
      UUID survivor,
      UUID merged,
      Instant mergedAt,
      Instant undoUntil,
      @Nullable Instant undoneAt) {

    static MergeView of(Merge merge) {
      return new MergeView(
          merge.id(),
          merge.survivor(),
          merge.merged(),
          merge.mergedAt(),
          merge.undoUntil(),
          merge.undoneAt());
    }
  }

  @GET
  @Path("/duplicates")
  @Operation(
      summary = "Goes through the chain's customers for pairs that may be one person.",
      description = "A page compares some hundreds of pairs; few of them may be worth a look.")
  public Uni<PairList> list(@BeanParam PlaceQuery query) {
    return duplicates
        .after(query.place(), A_PAGE, Reading.by(caller, "GET /duplicates"))
        .map(
            found -> new PairList(found.pairs().stream().map(PairView::of).toList(), found.next()));
  }

  @GET
  @Path("/customers/{id}/duplicates")
  @Operation(summary = "Who may be the same person as this customer, the likest first.")
  public Uni<PairList> ofOne(@RestPath UUID id) {
    return duplicates
        .of(id, Reading.by(caller, "GET /customers/{id}/duplicates"))
        .map(pairs -> new PairList(pairs.stream().map(PairView::of).toList(), null));
  }

  @GET
  @Path("/duplicates/{id}/{other}")
  @Operation(summary = "Two files side by side.")
  public Uni<PairView.SideBySide> between(@RestPath UUID id, @RestPath UUID other) {
    return duplicates
        .between(id, other, Reading.by(caller, "GET /duplicates/{id}/{other}"))
        .map(PairView.SideBySide::of);
  }

  @PUT
  @Path("/duplicates/{id}/{other}/denied")
  @Operation(summary = "They are two: nobody is asked about them again.")
  @APIResponse(responseCode = "204", description = "Remembered")
  public Uni<Void> deny(@RestPath UUID id, @RestPath UUID other) {
    return denyDuplicate.deny(id, other, caller.subject());
  }

  @POST
  @Path("/merges")
  @Operation(summary = "Makes one file of two.")
  @APIResponse(
      responseCode = "201",
      description = "Merged",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  @APIResponse(responseCode = "409", description = "They cannot be merged as they stand")
  public Uni<RestResponse<MergeView>> merge(@Valid @NotNull NewMerge asked) {
    return mergeCustomers
        .merge(asked, Reading.by(caller, "POST /merges"))
        .map(
            merge ->
                RestResponse.ResponseBuilder.<MergeView>created(URI.create("/merges/" + merge.id()))
                    .entity(MergeView.of(merge))
                    .build());
  }

  @POST
  @Path("/merges/{id}/undo")
  @Operation(summary = "Makes two files of one again.")
  @APIResponse(responseCode = "409", description = "It is too late")
  public Uni<MergeView> undo(@RestPath UUID id) {
    return undoMerge.undo(id, Reading.by(caller, "POST /merges/{id}/undo")).map(MergeView::of);
  }
}
