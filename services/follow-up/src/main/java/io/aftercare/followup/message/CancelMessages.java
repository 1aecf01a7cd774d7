package io.aftercare.followup.message;

import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Calls off messages that have not gone: what they were about is void, or they must not reach the
 * customer. One that is just being sent is left alone; its customer's file is asked in that moment.
 */
@ApplicationScoped
public class CancelMessages {

  private static final Logger LOG = Logger.getLogger(CancelMessages.class);

  private final Messages messages;
  private final Outbox outbox;
  private final Clock clock;

  CancelMessages(Messages messages, Outbox outbox, Clock clock) {
    this.messages = messages;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param reasons why, by cause
   */
  public Uni<Void> ofCauses(SqlConnection transaction, Map<UUID, String> reasons) {
    return ofCauses(transaction, reasons, Message::isOpen);
  }

  /**
   * The same of causes that never counted: what is held out leaves its experiment too.
   *
   * @param reasons why, by cause
   */
  public Uni<Void> ofVoidCauses(SqlConnection transaction, Map<UUID, String> reasons) {
    return ofCauses(transaction, reasons, Message::endsWithItsCause);
  }

  private Uni<Void> ofCauses(
      SqlConnection transaction, Map<UUID, String> reasons, Predicate<Message> which) {
    return messages
        .lockOfCauses(transaction, reasons.keySet())
        .map(found -> found.stream().filter(which).toList())
        .chain(ended -> cancel(transaction, ended, reasons, Message::causeId));
  }

  /**
   * @param reasons why, by customer
   */
  public Uni<Void> ofCustomers(SqlConnection transaction, Map<UUID, String> reasons) {
    return messages
        .lockOfCustomers(transaction, reasons.keySet())
        .chain(open -> cancel(transaction, open, reasons, Message::customerId));
  }

  private Uni<Void> cancel(
      SqlConnection transaction,
      List<Message> open,
      Map<UUID, String> reasons,
      Function<Message, UUID> of) {
    Instant now = clock.instant();
    List<Message> cancelled =
        open.stream()
            .map(each -> each.become(MessageState.CANCELLED, reasons.get(of.apply(each))))
            .toList();
    if (!cancelled.isEmpty()) {
      LOG.infof("Messages cancelled, messages=%d", cancelled.size());
    }
    return messages
        .store(transaction, cancelled)
        .map(stored -> stored.stream().map(each -> MessageEvents.changed(each, now)).toList())
        .chain(events -> outbox.append(transaction, events));
  }
}
