package io.aftercare.feedback.complaint;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * What was complained about has been put right: it is told once, so that the customer is asked
 * whether that is so.
 */
@ApplicationScoped
class ResolveComplaint {

  private static final Logger LOG = Logger.getLogger(ResolveComplaint.class);

  private final Complaints complaints;
  private final AccessLog accessLog;
  private final Outbox outbox;
  private final Clock clock;

  ResolveComplaint(Complaints complaints, AccessLog accessLog, Outbox outbox, Clock clock) {
    this.complaints = complaints;
    this.accessLog = accessLog;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Resolves it; one that is resolved stays as it is.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none
   */
  Uni<Complaint> resolve(UUID id, Caller caller) {
    return outbox.inSession(
        session ->
            complaints
                .lock(session, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("complaint", id))
                .call(
                    found ->
                        accessLog.read(
                            session,
                            caller,
                            "POST /complaints/{id}/resolve",
                            List.of(found.customerId())))
                .call(found -> resolve(session, found)));
  }

  private Uni<Void> resolve(Mutiny.Session session, Complaint complaint) {
    if (!complaint.resolve(clock.instant())) {
      return Uni.createFrom().voidItem();
    }
    LOG.infof("Complaint resolved, complaint=%s", complaint.id());
    return outbox.append(session, List.of(ComplaintEvents.resolved(complaint)));
  }
}
