package io.aftercare.profile.heard;

import io.aftercare.contracts.ComplaintEvent;
import io.aftercare.contracts.SurveyEvent;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.aftercare.profile.complaint.KnownComplaint;
import io.aftercare.profile.complaint.RecordComplaints;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.timeline.Entry;
import io.aftercare.profile.timeline.RecordEntries;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of complaints and of answers to surveys. */
@ApplicationScoped
class FeedbackConsumer {

  /** Types of one kind of thing, whatever became of it. */
  private static final String OF_COMPLAINTS = "io.aftercare.complaint.";

  private static final String OF_SURVEYS = "io.aftercare.survey.";

  private final Inbox inbox;
  private final Scoped scoped;
  private final RecordComplaints recordComplaints;
  private final RecordEntries recordEntries;

  FeedbackConsumer(
      Inbox inbox, Scoped scoped, RecordComplaints recordComplaints, RecordEntries recordEntries) {
    this.inbox = inbox;
    this.scoped = scoped;
    this.recordComplaints = recordComplaints;
    this.recordEntries = recordEntries;
  }

  @Incoming("feedback")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("customer-profile", records, scoped.inHouse(this::apply));
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    List<KnownComplaint> complaints = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Received event : events) {
      if (event.type().startsWith(OF_COMPLAINTS)) {
        ComplaintEvent told = event.as(ComplaintEvent.class);
        complaints.add(complaint(told));
        entries.add(EntryEvents.ofComplaint(told));
      } else if (event.type().startsWith(OF_SURVEYS)) {
        entries.add(EntryEvents.ofAnswer(event.as(SurveyEvent.class)));
      }
    }
    return recordComplaints
        .record(transaction, complaints)
        .chain(() -> recordEntries.record(transaction, entries));
  }

  private static KnownComplaint complaint(ComplaintEvent told) {
    return new KnownComplaint(
        told.complaintId(),
        told.customerId(),
        told.storeId(),
        told.category(),
        told.status(),
        told.openedAt());
  }
}
