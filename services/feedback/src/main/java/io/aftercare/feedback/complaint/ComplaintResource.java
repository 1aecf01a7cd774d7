package io.aftercare.feedback.complaint;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.feedback.page.Criteria;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.Page;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Complaints, for those who see to them. */
@Path("/complaints")
@Tag(name = "complaints")
@Produces(MediaType.APPLICATION_JSON)
class ComplaintResource {

  private final Mutiny.SessionFactory sessions;
  private final Complaints complaints;
  private final ResolveComplaint resolveComplaint;
  private final AccessLog accessLog;
  private final Caller caller;
  private final ComplaintClocks clocks;
  private final Clock clock;

  ComplaintResource(
      Mutiny.SessionFactory sessions,
      Complaints complaints,
      ResolveComplaint resolveComplaint,
      AccessLog accessLog,
      Caller caller,
      ComplaintClocks clocks,
      Clock clock) {
    this.sessions = sessions;
    this.complaints = complaints;
    this.resolveComplaint = resolveComplaint;
    this.accessLog = accessLog;
    this.caller = caller;
    this.clocks = clocks;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "Complaints, newest first; from and to bound the time they were heard.")
  @RolesAllowed({SUPERVISOR, CARE_MANAGER})
  public Uni<RestResponse<Page<ComplaintView>>> list(
      @BeanParam ComplaintQuery query, @Context UriInfo uri) {
    Criteria criteria = query.criteria();
    return sessions
        .withTransaction(
            session ->
                complaints
                    .find(session, criteria)
                    .map(found -> Page.cut(found, criteria.limit()))
                    .call(
                        cut ->
                            accessLog.read(
                                session,
                                caller,
                                "GET /complaints",
                                cut.each(Complaint::customerId))))
        .map(
            cut ->
                cut.answer(uri, this::view, last -> new Cursor(last.openedAt(), last.id()).text()));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One complaint.")
  @RolesAllowed({SUPERVISOR, CARE_MANAGER})
  public Uni<ComplaintView> one(@RestPath UUID id) {
    return sessions
        .withTransaction(
            session ->
                complaints
                    .find(session, id)
                    .onItem()
                    .ifNull()
                    .failWith(() -> Problems.notFound("complaint", id))
                    .call(
                        found ->
                            accessLog.read(
                                session,
                                caller,
                                "GET /complaints/{id}",
                                List.of(found.customerId()))))
        .map(this::view);
  }

  @POST
  @Path("/{id}/resolve")
  @Operation(
      summary = "What was complained about is put right; the customer is asked three days later.")
  @RolesAllowed({SUPERVISOR, CARE_MANAGER})
  public Uni<ComplaintView> resolve(@RestPath UUID id) {
    return resolveComplaint.resolve(id, caller).map(this::view);
  }

  private ComplaintView view(Complaint complaint) {
    LocalDate opened = LocalDate.ofInstant(complaint.openedAt(), clocks.zone());
    LocalDate today = LocalDate.ofInstant(clock.instant(), clocks.zone());
    return ComplaintView.of(
        complaint, Acknowledgement.by(opened, clocks.acknowledgeWithin()), today);
  }
}
