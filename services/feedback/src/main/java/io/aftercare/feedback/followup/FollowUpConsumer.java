package io.aftercare.feedback.followup;

import io.aftercare.contracts.FollowUpEvent;
import io.aftercare.feedback.complaint.Complaint;
import io.aftercare.feedback.complaint.OpenComplaints;
import io.aftercare.feedback.survey.Answer;
import io.aftercare.feedback.survey.RecordAnswers;
import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.inbox.Received;
import io.aftercare.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of follow-up calls. It goes by the state that an event carries and not by its type: of
 * several events of a call only the newest is applied, and that one tells all.
 */
@ApplicationScoped
class FollowUpConsumer {

  private static final String CONSUMER = "feedback";

  /** What is told of calls; the topic also tells of adverse reactions. */
  private static final String OF_CALLS = "io.aftercare.follow-up.";

  private static final String DONE = "done";
  private static final String COMPLAINT = "complaint";

  private final Inbox inbox;
  private final RecordAnswers recordAnswers;
  private final OpenComplaints openComplaints;

  FollowUpConsumer(Inbox inbox, RecordAnswers recordAnswers, OpenComplaints openComplaints) {
    this.inbox = inbox;
    this.recordAnswers = recordAnswers;
    this.openComplaints = openComplaints;
  }

  @Incoming("follow-ups")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume(CONSUMER, records, this::apply);
  }

  private Uni<Void> apply(SqlConnection transaction, List<Received> events) {
    List<Answer> answers = new ArrayList<>();
    List<Complaint> complaints = new ArrayList<>();
    for (Received event : events) {
      if (!event.type().startsWith(OF_CALLS)) {
        continue;
      }
      FollowUpEvent call = event.as(FollowUpEvent.class);
      if (DONE.equals(call.state()) && call.satisfaction() != null) {
        answers.add(answer(event, call));
      }
      if (DONE.equals(call.state()) && COMPLAINT.equals(call.disposition()) && leads(call)) {
        complaints.add(complaint(event, call));
      }
    }
    return recordAnswers
        .record(transaction, answers)
        .chain(() -> openComplaints.open(transaction, complaints));
  }

  /** One conversation about several calls opens one complaint: that of the call that led it. */
  private static boolean leads(FollowUpEvent call) {
    return call.conversationId() == null || call.conversationId().equals(call.callId());
  }

  private static Answer answer(Received event, FollowUpEvent call) {
    return new Answer(
        Ids.next(),
        call.customerId(),
        call.callId(),
        call.storeId(),
        call.programme(),
        call.satisfaction(),
        event.time());
  }

  private static Complaint complaint(Received event, FollowUpEvent call) {
    return new Complaint(
        Ids.next(),
        call.customerId(),
        call.callId(),
        call.saleId(),
        call.storeId(),
        call.complaintCategory(),
        event.time());
  }
}
