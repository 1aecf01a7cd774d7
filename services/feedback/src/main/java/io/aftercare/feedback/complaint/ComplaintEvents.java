package io.aftercare.feedback.complaint;

import io.aftercare.contracts.ComplaintEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.time.Instant;
import java.util.List;

/** What the house hears of complaints. */
final class ComplaintEvents {

  private ComplaintEvents() {}

  static List<Event> opened(List<Complaint> complaints) {
    return complaints.stream().map(ComplaintEvents::opened).toList();
  }

  private static Event opened(Complaint complaint) {
    return Event.of(
        Topics.FEEDBACK,
        EventTypes.COMPLAINT_OPENED,
        complaint.id(),
        complaint.version(),
        complaint.openedAt(),
        data(complaint));
  }

  static Event resolved(Complaint complaint) {
    Instant at = complaint.resolvedAt();
    if (at == null) {
      throw new IllegalArgumentException("Not resolved: " + complaint.id());
    }
    return Event.of(
        Topics.FEEDBACK,
        EventTypes.COMPLAINT_RESOLVED,
        complaint.id(),
        complaint.version(),
        at,
        data(complaint));
  }

  /** As its last event told it. */
  static Event again(Complaint complaint) {
    return complaint.resolvedAt() == null ? opened(complaint) : resolved(complaint);
  }

  private static ComplaintEvent data(Complaint complaint) {
    return new ComplaintEvent(
        complaint.id(),
        complaint.version(),
        complaint.status(),
        complaint.customerId(),
        complaint.callId(),
        complaint.saleId(),
        complaint.storeId(),
        complaint.category(),
        complaint.openedAt(),
        complaint.resolvedAt());
  }
}
