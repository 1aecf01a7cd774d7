package io.aftercare.followup.message;

import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Writes down how messages were brought in line with causes that changed, and tells it. */
@ApplicationScoped
public class ReviseMessages {

  private static final Logger LOG = Logger.getLogger(ReviseMessages.class);

  private final Messages messages;
  private final PlanMessages planMessages;
  private final Outbox outbox;
  private final Clock clock;

  ReviseMessages(Messages messages, PlanMessages planMessages, Outbox outbox, Clock clock) {
    this.messages = messages;
    this.planMessages = planMessages;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Moves what was planned for these causes, and plans what is missing.
   *
   * @param deserved all that the causes deserve now
   * @param whyNot why a message of theirs is called off that is not among it
   */
  public Uni<Void> revise(SqlConnection transaction, List<Occasion> deserved, String whyNot) {
    return messages
        .lockOfCauses(transaction, deserved.stream().map(Occasion::causeId).toList())
        .map(
            existing ->
                MessageRevision.of(
                    existing,
                    deserved,
                    new MessageRevision.Terms(message -> whyNot, Set.of(), clock.instant())))
        .chain(revision -> write(transaction, revision));
  }

  /**
   * @param revision of messages that were locked in this transaction
   */
  public Uni<Void> write(SqlConnection transaction, MessageRevision revision) {
    Instant now = clock.instant();
    if (!revision.changed().isEmpty()) {
      LOG.infof("Messages revised, messages=%d", revision.changed().size());
    }
    return messages
        .store(transaction, revision.changed())
        .map(stored -> stored.stream().map(each -> MessageEvents.changed(each, now)).toList())
        .chain(events -> outbox.append(transaction, events))
        .chain(() -> planMessages.plan(transaction, revision.missing()));
  }
}
