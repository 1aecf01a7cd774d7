package io.aftercare.followup.incident;

import io.aftercare.followup.note.CustomerNotes;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Reasons;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes a part of a debrief, and closes it once all are there. The words tell of a customer: they
 * are sealed in the customer's file, here stays that they were written, by whom and when.
 */
@ApplicationScoped
class WriteDebrief {

  private static final Logger LOG = Logger.getLogger(WriteDebrief.class);

  private final Pool pool;
  private final Incidents incidents;
  private final CustomerNotes notes;
  private final AccessLog accessLog;
  private final Clock clock;

  WriteDebrief(
      Pool pool, Incidents incidents, CustomerNotes notes, AccessLog accessLog, Clock clock) {
    this.pool = pool;
    this.incidents = incidents;
    this.notes = notes;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none they
   *     may speak to; 409 when it is closed; 503 when the customer's file is out of reach
   */
  Uni<Incident> write(UUID id, DebriefPart part, String text, String who, boolean supervisor) {
    return pool.withConnection(connection -> incidents.find(connection, id))
        .invoke(incident -> requireVoice(incident, part, who, supervisor))
        .chain(incident -> notes.write(incident.customerId(), incident.callId(), who, text))
        .chain(noteId -> keep(id, part, noteId, who, supervisor));
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none; 409
   *     while a part is missing
   */
  Uni<Incident> close(UUID id, String who) {
    return pool.withTransaction(
            transaction ->
                incidents
                    .find(transaction, id)
                    .invoke(WriteDebrief::requireComplete)
                    .call(
                        incident ->
                            accessLog.read(
                                transaction,
                                who,
                                Reasons.SUPERVISION,
                                "POST /incidents/{id}/close",
                                List.of(incident.customerId())))
                    .chain(() -> incidents.close(transaction, id, who, clock.instant()))
                    .chain(() -> incidents.find(transaction, id)))
        .invoke(incident -> LOG.infof("Debrief closed, incident=%s by=%s", id, who));
  }

  private Uni<Incident> keep(
      UUID id, DebriefPart part, @Nullable UUID noteId, String who, boolean supervisor) {
    return pool.withTransaction(
        transaction ->
            incidents
                .write(transaction, id, part, noteId, who, clock.instant())
                .chain(() -> incidents.find(transaction, id))
                .call(
                    incident ->
                        accessLog.read(
                            transaction,
                            who,
                            supervisor ? Reasons.SUPERVISION : Reasons.CALL,
                            "PUT /incidents/{id}/debrief/{part}",
                            List.of(incident.customerId()))));
  }

  private static void requireVoice(
      Incident incident, DebriefPart part, String who, boolean supervisor) {
    boolean theirs =
        switch (part.voice()) {
          case CONCERNED -> incident.agent().equals(who);
          case COLLEAGUE -> !incident.agent().equals(who) && !supervisor;
          case SUPERVISOR -> supervisor;
        };
    if (!theirs) {
      throw Problems.notFound("part of yours in incident", incident.id());
    }
    if (incident.closed()) {
      throw Problems.conflict("debrief-closed", "The debrief has come to its end.");
    }
  }

  private static void requireComplete(Incident incident) {
    if (!incident.missing().isEmpty()) {
      throw Problems.conflicting("debrief-open", "Parts of the debrief are missing.")
          .with("missing", incident.missing())
          .build();
    }
  }
}
