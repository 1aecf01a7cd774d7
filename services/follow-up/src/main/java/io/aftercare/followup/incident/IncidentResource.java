package io.aftercare.followup.incident;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.page.Page;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Conversations that were difficult, and their debriefs. */
@Path("/incidents")
@Tag(name = "incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class IncidentResource {

  private final RecordIncident recordIncident;
  private final WriteDebrief writeDebrief;
  private final Incidents incidents;
  private final AccessLog accessLog;
  private final Pool pool;
  private final Caller caller;

  IncidentResource(
      RecordIncident recordIncident,
      WriteDebrief writeDebrief,
      Incidents incidents,
      AccessLog accessLog,
      Pool pool,
      Caller caller) {
    this.recordIncident = recordIncident;
    this.writeDebrief = writeDebrief;
    this.incidents = incidents;
    this.accessLog = accessLog;
    this.pool = pool;
    this.caller = caller;
  }

  /**
   * @param callId the call that I hold or made last
   * @param kinds what made it difficult
   * @param helped what helped, or may help the next one; none when nothing did
   */
  record NewIncident(
      @NotNull UUID callId,
      @NotNull @Size(min = 1, max = 10) List<@NotNull IncidentKind> kinds,
      @NotNull @Size(max = 10) List<@NotNull Helpful> helped) {}

  /**
   * @param text sealed in the customer's file
   */
  record NewPart(
      @NotBlank @Size(max = 4000) @Pattern(regexp = "[^\\p{Cs}]*", message = "must be a text")
          String text) {}

  /** Nothing needs to be said to close one. */
  record Nothing() {}

  @POST
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "A conversation of mine was difficult; said again, it says more")
  public Uni<Incident> record(@Valid @NotNull NewIncident said) {
    return recordIncident.record(said.callId(), caller.subject(), said.kinds(), said.helped());
  }

  @GET
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "Incidents in the order in which they were recorded; mine, for an agent")
  public Uni<RestResponse<Page<Incident>>> list(@BeanParam IncidentQuery query, UriInfo uri) {
    IncidentQuery.Filter filter = query.filter();
    String agent = caller.is(Roles.SUPERVISOR) ? null : caller.subject();
    return pool.withTransaction(
            transaction ->
                incidents
                    .list(transaction, agent, filter.closed(), filter.after(), filter.limit())
                    .call(
                        found ->
                            accessLog.read(
                                transaction,
                                caller,
                                "GET /incidents",
                                found.stream().map(Incident::customerId).toList())))
        .map(found -> Page.cut(found, filter.limit()))
        .map(cut -> cut.answer(uri, Function.identity(), last -> last.id().toString()));
  }

  @PUT
  @Path("/{id}/debrief/{part}")
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(
      summary =
          "A part of the debrief: happened and helped by whom it happened to, a colleague's view, a"
              + " supervisor's view, and what we change")
  public Uni<Incident> write(
      @RestPath UUID id, @RestPath String part, @Valid @NotNull NewPart said) {
    DebriefPart named =
        DebriefPart.named(part).orElseThrow(() -> Problems.notFound("part of a debrief", part));
    return writeDebrief.write(
        id, named, said.text(), caller.subject(), caller.is(Roles.SUPERVISOR));
  }

  @POST
  @Path("/{id}/close")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "The debrief has come to its end; refused while a part is missing")
  public Uni<Incident> close(@RestPath UUID id, Nothing nothing) {
    return writeDebrief.close(id, caller.subject());
  }
}
