package io.aftercare.feedback.complaint;

import static io.aftercare.kit.identity.Roles.INTEGRATOR;
import static io.aftercare.kit.identity.Roles.SERVICE;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.outbox.Export;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** All complaints, for whoever rebuilds what they made of their events. */
@Path("/exports/complaints")
@Tag(name = "exports")
@Produces(MediaType.APPLICATION_JSON)
class ComplaintExportResource {

  private final Mutiny.SessionFactory sessions;
  private final AccessLog accessLog;
  private final Caller caller;

  ComplaintExportResource(Mutiny.SessionFactory sessions, AccessLog accessLog, Caller caller) {
    this.sessions = sessions;
    this.accessLog = accessLog;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Complaints by id, each as its last event would tell it again.")
  @RolesAllowed({SERVICE, INTEGRATOR})
  public Uni<Export> export(@RestQuery @Nullable String cursor) {
    UUID after = Export.after(cursor);
    return sessions
        .withTransaction(
            session ->
                session
                    .createQuery(
                        "from Complaint c where c.id > :after order by c.id", Complaint.class)
                    .setParameter("after", after)
                    .setMaxResults(Export.SIZE)
                    .getResultList()
                    .call(
                        found ->
                            accessLog.read(
                                session,
                                caller,
                                "GET /exports/complaints",
                                found.stream().map(Complaint::customerId).toList())))
        .map(found -> Export.of(found.stream().map(ComplaintEvents::again).toList()));
  }
}
