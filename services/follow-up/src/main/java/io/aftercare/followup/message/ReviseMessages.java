package io.aftercare.followup.message;

import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Calls off what causes that changed deserve no longer, where it has not gone. */
@ApplicationScoped
public class ReviseMessages {

  private static final Logger LOG = Logger.getLogger(ReviseMessages.class);

  private final Messages messages;
  private final Outbox outbox;
  private final Clock clock;

  ReviseMessages(Messages messages, Outbox outbox, Clock clock) {
    this.messages = messages;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Key(UUID causeId, String programme, int step) {}

  /**
   * @param deserved what the causes deserve now
   * @param whyNot by cause, why a message is called off that is no longer deserved
   */
  public Uni<Void> revise(
      SqlConnection transaction, List<Occasion> deserved, Map<UUID, String> whyNot) {
    Set<Key> due =
        deserved.stream()
            .filter(each -> each.blocked() == null)
            .map(each -> new Key(each.causeId(), each.programme().key(), each.step().number()))
            .collect(Collectors.toSet());
    return messages
        .lockOfCauses(transaction, whyNot.keySet())
        .map(open -> open.stream().filter(each -> !due.contains(key(each))).toList())
        .chain(undeserved -> cancel(transaction, undeserved, whyNot));
  }

  private static Key key(Message message) {
    return new Key(message.causeId(), message.programme(), message.step());
  }

  private Uni<Void> cancel(
      SqlConnection transaction, List<Message> undeserved, Map<UUID, String> whyNot) {
    Instant now = clock.instant();
    List<Message> cancelled =
        undeserved.stream()
            .map(each -> each.become(MessageState.CANCELLED, whyNot.get(each.causeId())))
            .toList();
    if (!cancelled.isEmpty()) {
      LOG.infof("Messages deserved no longer, messages=%d", cancelled.size());
    }
    return messages
        .store(transaction, cancelled)
        .map(stored -> stored.stream().map(each -> MessageEvents.changed(each, now)).toList())
        .chain(events -> outbox.append(transaction, events));
  }
}
