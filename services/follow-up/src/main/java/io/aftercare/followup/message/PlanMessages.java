package io.aftercare.followup.message;

import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Plans messages in the transaction of what causes them: any number in one statement. Asked again
 * for the same cause, programme and step it changes nothing.
 */
@ApplicationScoped
public class PlanMessages {

  private static final Logger LOG = Logger.getLogger(PlanMessages.class);

  private final Messages messages;
  private final Outbox outbox;
  private final Clock clock;

  PlanMessages(Messages messages, Outbox outbox, Clock clock) {
    this.messages = messages;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param occasions each cause, programme and step at most once
   */
  public Uni<Void> plan(SqlConnection transaction, List<Occasion> occasions) {
    if (occasions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Instant now = clock.instant();
    Map<UUID, @Nullable String> traces = new HashMap<>();
    occasions.forEach(occasion -> traces.put(occasion.causeId(), occasion.traceparent()));
    return messages
        .add(transaction, occasions.stream().map(each -> Message.of(each, now)).toList())
        .invoke(added -> LOG.infof("Messages planned, messages=%d", added.size()))
        .map(added -> events(added, traces, now))
        .chain(events -> outbox.append(transaction, events));
  }

  private static List<Event> events(
      List<Message> added, Map<UUID, @Nullable String> traces, Instant now) {
    return added.stream()
        .map(message -> MessageEvents.scheduled(message, now, traces.get(message.causeId())))
        .toList();
  }
}
