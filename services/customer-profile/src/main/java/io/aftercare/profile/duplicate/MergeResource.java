package io.aftercare.profile.duplicate;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;

import io.aftercare.kit.identity.Caller;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.duplicate.MergeCustomers.NewMerge;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One file is made of two, and two of one again, as a care manager decides. */
@Path("/merges")
@Tag(name = "duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(CARE_MANAGER)
class MergeResource {

  private final MergeCustomers mergeCustomers;
  private final UndoMerge undoMerge;
  private final Caller caller;

  MergeResource(MergeCustomers mergeCustomers, UndoMerge undoMerge, Caller caller) {
    this.mergeCustomers = mergeCustomers;
    this.undoMerge = undoMerge;
    this.caller = caller;
  }

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

  @POST
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
  @Path("/{id}/undo")
  @Operation(summary = "Makes two files of one again.")
  @APIResponse(
      responseCode = "200",
      description = "Undone",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  @APIResponse(responseCode = "409", description = "It is too late")
  public Uni<MergeView> undo(@RestPath UUID id) {
    return undoMerge.undo(id, Reading.by(caller, "POST /merges/{id}/undo")).map(MergeView::of);
  }
}
