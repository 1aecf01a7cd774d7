package io.aftercare.followup.agent;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The people at the desks: they say whether they are there, supervisors say what they serve. */
@Path("/agents")
@Tag(name = "agents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AgentResource {

  private final SayPresence sayPresence;
  private final Presences presences;
  private final AgentProfiles profiles;
  private final Caller caller;
  private final Clock clock;

  AgentResource(
      SayPresence sayPresence,
      Presences presences,
      AgentProfiles profiles,
      Caller caller,
      Clock clock) {
    this.sayPresence = sayPresence;
    this.presences = presences;
    this.profiles = profiles;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * @param reason with a break and only then
   */
  record NewPresence(@NotNull Presence state, @Nullable BreakReason reason) {}

  /**
   * @param reason why there is a break; absent otherwise
   * @param since absent while nothing was said
   */
  record PresenceView(Presence state, @Nullable String reason, @Nullable Instant since) {

    static final PresenceView UNSAID = new PresenceView(Presence.AVAILABLE, null, null);

    static PresenceView of(Presences.Said said) {
      return new PresenceView(said.state(), said.reason(), said.since());
    }
  }

  /**
   * @param languages primary subtags of BCP 47; none for any
   * @param stores whose customers they serve
   * @param regions calling regions whose stores they serve besides; with none of both, all
   */
  record NewProfile(
      @NotNull @Size(max = 50)
          List<
                  @NotNull
                  @Pattern(
                      regexp = "[a-z]{2,3}",
                      message = "must be a language such as en, zh or th")
                  String>
              languages,
      @NotNull @Size(max = 2000)
          List<
                  @NotNull
                  @Pattern(
                      regexp = "[A-Za-z0-9._-]{1,64}",
                      message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
                  String>
              stores,
      @Nullable @Size(max = 100)
          List<
                  @NotNull
                  @Pattern(
                      regexp = "[A-Za-z0-9._-]{1,64}",
                      message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
                  String>
              regions) {

    NewProfile {
      regions = regions == null ? List.of() : regions;
    }
  }

  /** Somebody at a desk. */
  record AgentView(
      String agent,
      PresenceView presence,
      List<String> languages,
      List<String> stores,
      List<String> regions) {}

  record AgentList(List<AgentView> items) {}

  @PUT
  @Path("/me/state")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "I take calls, have a break, or wrap up; nothing is given to me but then")
  public Uni<PresenceView> say(@Valid @NotNull NewPresence said) {
    if ((said.state() == Presence.BREAK) != (said.reason() != null)) {
      throw Problems.invalid("reason", "must be given with a break and only then");
    }
    return sayPresence.say(caller.subject(), said.state(), said.reason()).map(PresenceView::of);
  }

  @GET
  @Path("/me/state")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "What I said last")
  public Uni<PresenceView> mine() {
    return presences
        .now(caller.subject())
        .map(said -> said.map(PresenceView::of).orElse(PresenceView.UNSAID));
  }

  @GET
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Who is there, and whom they serve")
  public Uni<AgentList> list() {
    return presences
        .all()
        .map(known -> new AgentList(known.stream().map(AgentResource::view).toList()));
  }

  @PUT
  @Path("/{agent}/profile")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Which calls somebody is given")
  public Uni<NewProfile> serve(@RestPath String agent, @Valid @NotNull NewProfile profile) {
    if (!agent.matches("[\\x21-\\x7e]{1,100}")) {
      throw Problems.notFound("agent", "of that name");
    }
    var reach = new AgentReach(profile.languages(), profile.regions(), profile.stores());
    return profiles
        .store(agent, reach, caller.subject(), clock.instant())
        .replaceWith(new NewProfile(reach.languages(), reach.stores(), reach.regions()));
  }

  private static AgentView view(Presences.Known known) {
    return new AgentView(
        known.agent(),
        known.said() == null ? PresenceView.UNSAID : PresenceView.of(known.said()),
        known.reach().languages(),
        known.reach().stores(),
        known.reach().regions());
  }
}
