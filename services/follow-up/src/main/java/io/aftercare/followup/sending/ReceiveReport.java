package io.aftercare.followup.sending;

import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageEvents;
import io.aftercare.followup.message.MessageState;
import io.aftercare.followup.message.Messages;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a provider says became of a message. The first final word stands; said again, or late,
 * it changes nothing.
 */
@ApplicationScoped
class ReceiveReport {

  private static final Logger LOG = Logger.getLogger(ReceiveReport.class);

  private final Messages messages;
  private final Outbox outbox;
  private final Clock clock;

  ReceiveReport(Messages messages, Outbox outbox, Clock clock) {
    this.messages = messages;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What became of it.
   *
   * @param delivered it arrived; else it never will
   * @param reason why not, a name; absent when it arrived
   */
  record Report(UUID messageId, Channel channel, boolean delivered, @Nullable String reason) {}

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when no such message went
   *     by this channel, 409 when it has not gone yet
   */
  Uni<Void> receive(Report report) {
    return outbox.inTransaction(
        transaction ->
            messages
                .lock(transaction, List.of(report.messageId()))
                .map(found -> ofChannel(found, report))
                .chain(message -> settle(transaction, message, report)));
  }

  private static Message ofChannel(List<Message> found, Report report) {
    return found.stream()
        .filter(message -> message.channel() == report.channel())
        .findFirst()
        .orElseThrow(() -> Problems.notFound("message", report.messageId()));
  }

  private Uni<Void> settle(SqlConnection transaction, Message message, Report report) {
    return switch (message.state()) {
      case SENT -> store(transaction, told(message, report));
      case SENDING, QUEUED ->
          throw Problems.conflict(
              "not-sent-yet", "The answer to sending it is not in yet; report again in a minute.");
      case DELIVERED, FAILED, WAITING, DONE, OPTED_OUT, EXPIRED, CANCELLED, HELD_OUT ->
          Uni.createFrom().voidItem();
    };
  }

  private static Message told(Message message, Report report) {
    return report.delivered()
        ? message.become(MessageState.DELIVERED, null)
        : message.become(
            MessageState.FAILED, report.reason() == null ? "undelivered" : report.reason());
  }

  private Uni<Void> store(SqlConnection transaction, Message message) {
    LOG.infof("Message %s, message=%s", message.state().key(), message.id());
    return messages
        .store(transaction, List.of(message))
        .map(
            stored ->
                stored.stream().map(each -> MessageEvents.changed(each, clock.instant())).toList())
        .chain(events -> outbox.append(transaction, events));
  }
}
