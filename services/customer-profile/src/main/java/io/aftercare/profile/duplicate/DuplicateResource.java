package io.aftercare.profile.duplicate;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.page.ListQuery;
import io.aftercare.profile.audit.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who may be known twice, as a care manager looks through them and decides. */
@Path("/duplicates")
@Tag(name = "duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(CARE_MANAGER)
class DuplicateResource {

  /** Pairs that are compared for one page. */
  private static final int A_PAGE = 500;

  private final Duplicates duplicates;
  private final DenyDuplicate denyDuplicate;
  private final Caller caller;

  DuplicateResource(Duplicates duplicates, DenyDuplicate denyDuplicate, Caller caller) {
    this.duplicates = duplicates;
    this.denyDuplicate = denyDuplicate;
    this.caller = caller;
  }

  /** The query of the list. */
  static class PlaceQuery extends ListQuery {

    @RestQuery
    @Parameter(
        description = "Only pairs that are so much alike, in percent.",
        schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "100"))
    @Nullable String minScore;

    /**
     * @param after absent at the beginning
     */
    record Place(@Nullable UUID after, int minScore) {}

    Place place() {
      String least = text("minScore", minScore, "[0-9]{1,2}|100", "must be a number from 0 to 100");
      return sound(new Place(afterId(), least == null ? 0 : Integer.parseInt(least)));
    }
  }

  /**
   * Those worth a look, the likest first.
   *
   * @param next where the search goes on, as the parameter cursor says it; absent at the end
   */
  record PairList(List<PairView> items, @Nullable UUID next) {}

  @GET
  @Operation(
      summary = "Goes through the chain's customers for pairs that may be one person.",
      description = "A page compares some hundreds of pairs; few of them may be worth a look.")
  public Uni<PairList> list(@BeanParam PlaceQuery query) {
    PlaceQuery.Place place = query.place();
    return duplicates
        .after(place.after(), A_PAGE, Reading.by(caller, "GET /duplicates"))
        .map(
            found ->
                new PairList(
                    found.pairs().stream()
                        .map(PairView::of)
                        .filter(pair -> pair.score() >= place.minScore())
                        .toList(),
                    found.next()));
  }

  @GET
  @Path("/{id}/{other}")
  @Operation(summary = "Two files side by side.")
  public Uni<PairView.SideBySide> between(@RestPath UUID id, @RestPath UUID other) {
    return duplicates
        .between(id, other, Reading.by(caller, "GET /duplicates/{id}/{other}"))
        .map(PairView.SideBySide::of);
  }

  @PUT
  @Path("/{id}/{other}/denied")
  @Operation(summary = "They are two: nobody is asked about them again.")
  @APIResponse(responseCode = "204", description = "Remembered")
  public Uni<Void> deny(@RestPath UUID id, @RestPath UUID other) {
    return denyDuplicate.deny(id, other, caller.subject());
  }
}
