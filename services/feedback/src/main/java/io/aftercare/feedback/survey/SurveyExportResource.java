package io.aftercare.feedback.survey;

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

/** All answers, for whoever rebuilds what they made of their events. */
@Path("/exports/surveys")
@Tag(name = "exports")
@Produces(MediaType.APPLICATION_JSON)
class SurveyExportResource {

  private final Mutiny.SessionFactory sessions;
  private final AccessLog accessLog;
  private final Caller caller;

  SurveyExportResource(Mutiny.SessionFactory sessions, AccessLog accessLog, Caller caller) {
    this.sessions = sessions;
    this.accessLog = accessLog;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Answers by id, each as its event would tell it again.")
  @RolesAllowed({SERVICE, INTEGRATOR})
  public Uni<Export> export(@RestQuery @Nullable String cursor) {
    UUID after = Export.after(cursor);
    return sessions
        .withTransaction(
            session ->
                session
                    .createQuery("from Answer a where a.id > :after order by a.id", Answer.class)
                    .setParameter("after", after)
                    .setMaxResults(Export.SIZE)
                    .getResultList()
                    .call(
                        found ->
                            accessLog.read(
                                session,
                                caller,
                                "GET /exports/surveys",
                                found.stream().map(Answer::customerId).toList())))
        .map(found -> Export.of(SurveyEvents.answered(found)));
  }
}
