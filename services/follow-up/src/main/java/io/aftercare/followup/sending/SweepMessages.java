package io.aftercare.followup.sending;

import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageEvents;
import io.aftercare.followup.message.MessageRows;
import io.aftercare.followup.message.MessageState;
import io.aftercare.followup.message.Messages;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * Takes up what was left lying: messages whose sender has gone, and those whose window has closed.
 * In batches, each its own transaction.
 */
@ApplicationScoped
class SweepMessages {

  private static final Logger LOG = Logger.getLogger(SweepMessages.class);
  private static final int BATCH = 500;

  /** Its epoch grows, so that a sender that comes back late changes nothing. */
  private static final String LAPSED =
      """
      update message m set epoch = m.epoch + 1, state = 'queued', lease_until = null
      where m.id in (
        select id from message where state = 'sending' and lease_until < clock_timestamp()
        limit $1 for update skip locked)
      returning {columns}
      """
          .replace("{columns}", MessageRows.COLUMNS);

  private static final String CLOSED =
      """
      select {columns} from message m
      where m.state = 'queued' and m.closes_at <= $2 order by m.closes_at limit $1 for update skip locked
      """
          .replace("{columns}", MessageRows.COLUMNS);

  private static final String NOBODY_CAME =
      """
      select {columns} from message m
      where m.state = 'waiting' and m.lapses_at < $2 order by m.lapses_at limit $1 for update skip locked
      """
          .replace("{columns}", MessageRows.COLUMNS);

  private final Programmes programmes;
  private final Messages messages;
  private final Outbox outbox;
  private final Clock clock;

  SweepMessages(Programmes programmes, Messages messages, Outbox outbox, Clock clock) {
    this.programmes = programmes;
    this.messages = messages;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Goes on until nothing is left lying. */
  @Scheduled(
      every = "${aftercare.message.send-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return untilDone(this::lapsed)
        .chain(() -> untilDone(this::closed))
        .chain(() -> untilDone(this::nobodyCame));
  }

  private Uni<Void> untilDone(Function<SqlConnection, Uni<Integer>> batch) {
    return outbox
        .inTransaction(batch)
        .chain(swept -> swept < BATCH ? Uni.createFrom().voidItem() : untilDone(batch));
  }

  private Uni<Integer> lapsed(SqlConnection transaction) {
    return transaction
        .preparedQuery(LAPSED)
        .execute(Tuple.of(BATCH))
        .map(MessageRows::messages)
        .chain(found -> write(transaction, found, "Sender gone", this::takeBack));
  }

  /**
   * Nothing that was not handed over can have reached anybody, and a provider with an idempotency
   * key takes a repeat for what it is; a mail server does not.
   */
  private Message takeBack(Message message) {
    return message.handed() && message.channel() == Channel.EMAIL
        ? message.become(MessageState.FAILED, "unconfirmed")
        : message.again(clock.instant(), "sender-gone");
  }

  private Uni<Integer> closed(SqlConnection transaction) {
    Instant now = clock.instant();
    return transaction
        .preparedQuery(CLOSED)
        .execute(Tuple.of(BATCH, now.atOffset(ZoneOffset.UTC)))
        .map(MessageRows::messages)
        .chain(
            found ->
                write(
                    transaction,
                    found,
                    "Windows closed",
                    message -> {
                      if (programmes.paused(message.programme())) {
                        return message.resting(now);
                      }
                      return now.isAfter(message.due().lapsesAt())
                          ? message.become(MessageState.EXPIRED, "window-closed")
                          : message.again(now, "window-closed");
                    }));
  }

  private Uni<Integer> nobodyCame(SqlConnection transaction) {
    Instant now = clock.instant();
    return transaction
        .preparedQuery(NOBODY_CAME)
        .execute(Tuple.of(BATCH, now.atOffset(ZoneOffset.UTC)))
        .map(MessageRows::messages)
        .chain(
            found ->
                write(
                    transaction,
                    found,
                    "Nobody came",
                    message -> message.become(MessageState.EXPIRED, "nobody-came")));
  }

  private Uni<Integer> write(
      SqlConnection transaction, List<Message> found, String what, UnaryOperator<Message> move) {
    if (found.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    LOG.infof("%s, messages=%d", what, found.size());
    Instant now = clock.instant();
    return messages
        .store(transaction, found.stream().map(move).toList())
        .map(stored -> stored.stream().map(each -> MessageEvents.changed(each, now)).toList())
        .chain(events -> outbox.append(transaction, events))
        .replaceWith(found.size());
  }
}
