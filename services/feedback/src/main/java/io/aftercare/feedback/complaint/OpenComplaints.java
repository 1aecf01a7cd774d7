package io.aftercare.feedback.complaint;

import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Opens what was complained about and tells it; a call that has opened its complaint changes
 * nothing.
 */
@ApplicationScoped
public class OpenComplaints {

  private static final Logger LOG = Logger.getLogger(OpenComplaints.class);

  private final Complaints complaints;
  private final Outbox outbox;

  OpenComplaints(Complaints complaints, Outbox outbox) {
    this.complaints = complaints;
    this.outbox = outbox;
  }

  /** Opens in the caller's transaction, complaints and events alike. */
  public Uni<Void> open(SqlConnection transaction, List<Complaint> heard) {
    if (heard.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return complaints
        .add(transaction, heard)
        .call(opened -> outbox.append(transaction, ComplaintEvents.opened(opened)))
        .invoke(opened -> opened.forEach(OpenComplaints::log))
        .replaceWithVoid();
  }

  private static void log(Complaint complaint) {
    LOG.infof(
        "Complaint opened, complaint=%s call=%s store=%s category=%s",
        complaint.id(), complaint.callId(), complaint.storeId(), complaint.category());
  }
}
