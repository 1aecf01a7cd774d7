package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Action;
import io.aftercare.followup.programme.Edition;
import io.aftercare.followup.programme.Pause;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The life of a programme, from its draft to its end, for care managers. */
@Path("/programmes/{key}")
@Tag(name = "programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DraftResource {

  private static final String KEY = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final int LONGEST_KEY = 64;
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 92;
  private static final int ACTIONS = 50;

  private final DraftProgramme draftProgramme;
  private final DiscardDraft discardDraft;
  private final SimulateDraft simulateDraft;
  private final PublishDraft publishDraft;
  private final RetireProgramme retireProgramme;
  private final PauseProgramme pauseProgramme;
  private final ResumeProgramme resumeProgramme;
  private final Editions editions;
  private final Programmes programmes;
  private final Mutiny.SessionFactory sessions;
  private final Caller caller;

  DraftResource(
      DraftProgramme draftProgramme,
      DiscardDraft discardDraft,
      SimulateDraft simulateDraft,
      PublishDraft publishDraft,
      RetireProgramme retireProgramme,
      PauseProgramme pauseProgramme,
      ResumeProgramme resumeProgramme,
      Editions editions,
      Programmes programmes,
      Mutiny.SessionFactory sessions,
      Caller caller) {
    this.draftProgramme = draftProgramme;
    this.discardDraft = discardDraft;
    this.simulateDraft = simulateDraft;
    this.publishDraft = publishDraft;
    this.retireProgramme = retireProgramme;
    this.pauseProgramme = pauseProgramme;
    this.resumeProgramme = resumeProgramme;
    this.editions = editions;
    this.programmes = programmes;
    this.sessions = sessions;
    this.caller = caller;
  }

  /** Which draft is meant. */
  record NewPublication(@NotNull @Min(1) Integer revision) {}

  /** How many days of sales; 30 when left out. */
  record NewSimulation(@Nullable @Min(1) @Max(MOST_DAYS) Integer days) {}

  /** What was done to a programme, by whom. */
  record ActionView(@Nullable Integer version, String action, String who, Instant at) {

    static ActionView of(Action action) {
      return new ActionView(action.version(), action.action(), action.who(), action.at());
    }
  }

  /**
   * A programme with all its versions.
   *
   * @param pausedSince since when it rests; absent where it does not
   * @param versions oldest first
   * @param actions newest first
   */
  record Life(
      String key,
      @Nullable Instant pausedSince,
      List<EditionView> versions,
      List<ActionView> actions) {}

  @GET
  @RolesAllowed({Roles.CARE_MANAGER, Roles.SUPERVISOR, Roles.PHARMACIST, Roles.AGENT})
  @Operation(summary = "All versions of a programme, its draft among them, and what was done to it")
  public Uni<Life> life(@RestPath String key) {
    return sessions.withSession(
        session ->
            editions
                .of(session, key)
                .invoke(known -> require(key, known))
                .chain(known -> life(session, key, known)));
  }

  private Uni<Life> life(Mutiny.Session session, String key, List<Edition> known) {
    return editions
        .actions(session, key, ACTIONS)
        .chain(done -> editions.pause(session, key).map(rests -> life(key, rests, known, done)));
  }

  private Life life(String key, @Nullable Pause rests, List<Edition> known, List<Action> done) {
    return new Life(
        key,
        rests == null ? null : rests.pausedAt(),
        known.stream().map(edition -> EditionView.of(edition, programmes)).toList(),
        done.stream().map(ActionView::of).toList());
  }

  private static void require(String key, List<Edition> known) {
    if (known.isEmpty()) {
      throw DraftProblems.noSuchProgramme(key);
    }
  }

  @PUT
  @Path("/draft")
  @RolesAllowed(Roles.CARE_MANAGER)
  @Operation(
      summary =
          "The draft of the next version: all of it but key and version; If-Match its revision")
  @RequestBody(content = @Content(schema = @Schema(implementation = Programme.class)))
  public Uni<RestResponse<EditionView>> draft(
      @RestPath String key, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String seen, String text) {
    return draftProgramme
        .draft(named(key), text, revision(seen), caller.subject())
        .map(edition -> EditionView.of(edition, programmes))
        .map(
            view ->
                RestResponse.ResponseBuilder.ok(view)
                    .header(HttpHeaders.ETAG, '"' + String.valueOf(view.revision()) + '"')
                    .build());
  }

  @DELETE
  @Path("/draft")
  @RolesAllowed(Roles.CARE_MANAGER)
  @Operation(summary = "Throws the draft away")
  public Uni<Void> discard(@RestPath String key) {
    return discardDraft.discard(key, caller.subject());
  }

  @POST
  @Path("/simulate")
  @RolesAllowed({Roles.CARE_MANAGER, Roles.SUPERVISOR})
  @Operation(summary = "What the draft would have made of the sales of the last days")
  public Uni<Simulation> simulate(@RestPath String key, @Valid @NotNull NewSimulation wanted) {
    return simulateDraft.simulate(key, wanted.days() == null ? USUAL_DAYS : wanted.days());
  }

  @POST
  @Path("/publish")
  @RolesAllowed(Roles.CARE_MANAGER)
  @Operation(summary = "Puts the draft in force, for good")
  public Uni<EditionView> publish(@RestPath String key, @Valid @NotNull NewPublication which) {
    return publishDraft
        .publish(key, which.revision(), caller.subject())
        .map(edition -> EditionView.of(edition, programmes));
  }

  @POST
  @Path("/retire")
  @RolesAllowed(Roles.CARE_MANAGER)
  @Operation(summary = "It makes no contact any more; what is planned is still made")
  public Uni<Void> retire(@RestPath String key) {
    return retireProgramme.retire(key, caller.subject());
  }

  @POST
  @Path("/pause")
  @RolesAllowed({Roles.CARE_MANAGER, Roles.SUPERVISOR})
  @Operation(summary = "Its calls are kept, and none can be claimed")
  public Uni<Void> pause(@RestPath String key) {
    return pauseProgramme.pause(key, caller.subject());
  }

  @POST
  @Path("/resume")
  @RolesAllowed({Roles.CARE_MANAGER, Roles.SUPERVISOR})
  @Operation(summary = "Its calls come back, each in its next window")
  public Uni<Void> resume(@RestPath String key) {
    return resumeProgramme.resume(key, caller.subject());
  }

  private static String named(String key) {
    if (key.length() > LONGEST_KEY || !key.matches(KEY)) {
      throw Problems.invalid("key", "must be 1 to 64 of a-z 0-9 -, such as antibiotic");
    }
    return key;
  }

  private static @Nullable Integer revision(@Nullable String seen) {
    if (seen == null) {
      return null;
    }
    String number = seen.replace("\"", "");
    // A tag that we never gave is of no revision that could still be current.
    return number.matches("[0-9]{1,9}") ? Integer.valueOf(number) : 0;
  }
}
