package io.aftercare.profile.segment;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Segments as a care manager writes them. Counts name nobody, and only the chain sees them. */
@Path("/segments")
@Tag(name = "segments")
@RolesAllowed(CARE_MANAGER)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SegmentResource {

  private final Segments segments;
  private final DraftSegment draftSegment;
  private final PublishSegment publishSegment;
  private final Crowd crowd;
  private final Pool pool;
  private final Clock clock;
  private final Caller caller;

  SegmentResource(
      Segments segments,
      DraftSegment draftSegment,
      PublishSegment publishSegment,
      Crowd crowd,
      Pool pool,
      Clock clock,
      Caller caller) {
    this.segments = segments;
    this.draftSegment = draftSegment;
    this.publishSegment = publishSegment;
    this.crowd = crowd;
    this.pool = pool;
    this.clock = clock;
    this.caller = caller;
  }

  /** Every edition: by name, newest first. */
  record SegmentList(List<Segment> items) {}

  record NewDraft(@NotBlank @Size(max = 200) String title, @NotNull @Valid Rule rule) {}

  /**
   * @param version of the draft that is published
   */
  record Publication(@NotNull @Min(1) Integer version) {}

  record Preview(@NotNull @Valid Rule rule) {}

  /**
   * @param customers whom the rule takes in as things stand
   */
  record PreviewCount(int customers) {}

  @GET
  @RolesAllowed({CARE_MANAGER, SUPERVISOR})
  public Uni<SegmentList> list() {
    return segments.all(pool).map(SegmentList::new);
  }

  @POST
  @Path("/preview")
  public Uni<PreviewCount> preview(@Valid @NotNull Preview preview) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return crowd.count(words -> preview.rule().sieve(words, today)).map(PreviewCount::new);
  }

  @PUT
  @Path("/{name}/draft")
  public Uni<Segment> draft(@RestPath String name, @Valid @NotNull NewDraft draft) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 60) {
      throw Problems.invalid(
          "name", "must be words in lower case joined by hyphens, such as at-risk");
    }
    return draftSegment.draft(name, draft.title(), draft.rule(), caller.subject());
  }

  @POST
  @Path("/{name}/publish")
  public Uni<Segment> publish(@RestPath String name, @Valid @NotNull Publication publication) {
    return publishSegment.publish(name, publication.version(), caller.subject());
  }
}
