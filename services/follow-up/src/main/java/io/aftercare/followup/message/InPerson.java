package io.aftercare.followup.message;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What waits for a customer at the counter, and that it was said. */
@ApplicationScoped
class InPerson {

  private static final Logger LOG = Logger.getLogger(InPerson.class);

  /** More is never said at once. */
  private static final int MOST = 20;

  private static final String WAITING =
      """
      select {columns} from message m
      where m.customer_id = $1 and m.state = 'waiting' and m.due_at <= $2 and m.lapses_at >= $2
        and (m.store_id is null or m.store_id = $3)
      order by m.priority, m.due_at, m.id limit $4
      """
          .replace("{columns}", MessageRows.COLUMNS);

  private static final String BY = "update message set done_by = $2 where id = $1";

  private final Pool pool;
  private final Messages messages;
  private final AccessLog accessLog;
  private final Outbox outbox;
  private final Clock clock;

  InPerson(Pool pool, Messages messages, AccessLog accessLog, Outbox outbox, Clock clock) {
    this.pool = pool;
    this.messages = messages;
    this.accessLog = accessLog;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What this store has to say to the customer now, the most urgent first. */
  Uni<List<Message>> waiting(UUID customer, Caller caller) {
    String store = caller.storeId();
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(WAITING)
                .execute(Tuple.of(customer, clock.instant().atOffset(ZoneOffset.UTC), store, MOST))
                .map(MessageRows::messages)
                .call(
                    found ->
                        accessLog.read(
                            transaction,
                            caller,
                            "GET /in-person",
                            found.stream().map(Message::customerId).toList())));
  }

  /**
   * It was said. Told again, it stays said.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when nothing of that id
   *     waits at this store, 409 when its time is over
   */
  Uni<Message> done(UUID id, Caller caller) {
    String store = caller.storeId();
    String who = caller.subject();
    return outbox.inTransaction(
        transaction ->
            messages
                .lock(transaction, List.of(id))
                .map(found -> ofStore(found, store, id))
                .chain(message -> done(transaction, message, who)));
  }

  private static Message ofStore(List<Message> found, String store, UUID id) {
    return found.stream()
        .filter(each -> each.channel() == Channel.IN_PERSON)
        .filter(each -> each.storeId() == null || each.storeId().equals(store))
        .findFirst()
        .orElseThrow(() -> Problems.notFound("contact", id));
  }

  private Uni<Message> done(SqlConnection transaction, Message message, String who) {
    if (message.state() == MessageState.DONE) {
      return Uni.createFrom().item(message);
    }
    if (message.state() != MessageState.WAITING) {
      throw Problems.conflict(
          "not-waiting", "This contact is %s already.".formatted(message.state().key()));
    }
    Instant now = clock.instant();
    Message done = message.become(MessageState.DONE, null);
    LOG.infof("Said at the counter, message=%s by=%s", done.id(), who);
    return messages
        .store(transaction, List.of(done))
        .chain(() -> transaction.preparedQuery(BY).execute(Tuple.of(done.id(), who)))
        .chain(() -> outbox.append(transaction, List.of(MessageEvents.changed(done, now))))
        .replaceWith(done);
  }
}
