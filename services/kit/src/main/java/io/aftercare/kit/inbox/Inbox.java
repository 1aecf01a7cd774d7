package io.aftercare.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.batch.SqlFailure;
import io.aftercare.kit.health.Progress;
import io.aftercare.kit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies what comes from a topic: a batch in one transaction, each aggregate's newest version
 * only, and never an older one after it. What cannot be applied is found by halving, parked in the
 * dead-letter topic with its reason, and stops nothing else. The answer comes after the commit, so
 * that offsets are acknowledged only then.
 */
@ApplicationScoped
public class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private static final String TAKE_NEWER =
      """
      insert into inbox (consumer, key, version)
      select $1, * from unnest($2::uuid[], $3::bigint[])
      on conflict (consumer, key) do update set version = excluded.version
      where inbox.version < excluded.version
      returning key
      """;

  /**
   * Applies the newest event of each aggregate, in the transaction that also remembers their
   * versions.
   */
  @FunctionalInterface
  public interface Handler {
    Uni<Void> handle(SqlConnection transaction, List<Received> events);
  }

  private final Outbox outbox;
  private final DeadLetters deadLetters;
  private final Progress progress;
  private final ObjectMapper mapper;
  private final MeterRegistry metrics;

  Inbox(
      Outbox outbox,
      DeadLetters deadLetters,
      Progress progress,
      ObjectMapper mapper,
      MeterRegistry metrics) {
    this.outbox = outbox;
    this.deadLetters = deadLetters;
    this.progress = progress;
    this.mapper = mapper;
    this.metrics = metrics;
  }

  /**
   * Applies a batch.
   *
   * @param consumer names who applies it; dead letters are kept under this name, and versions under
   *     it and the topic
   * @param handler runs again from the start when a transaction is tried again, so it does nothing
   *     outside it
   * @return completes when every record is applied, found to be old, or parked
   */
  public Uni<Void> consume(
      String consumer, ConsumerRecords<String, byte[]> records, Handler handler) {
    List<Received> readable = new ArrayList<>(records.count());
    Uni<Void> parked = Uni.createFrom().voidItem();
    for (ConsumerRecord<String, byte[]> origin : records) {
      try {
        readable.add(Received.of(origin, mapper));
      } catch (Received.Unreadable reason) {
        parked = parked.chain(() -> park(consumer, origin, reason));
      }
    }
    return parked
        .chain(() -> apply(consumer, readable, handler))
        .invoke(
            () ->
                records.partitions().forEach(part -> progress.idle(loop(consumer, part.topic()))));
  }

  /** Each topic by itself: two aggregates of different topics may bear the same id. */
  private static String loop(String consumer, String topic) {
    return consumer + " " + topic;
  }

  private Uni<Void> apply(String consumer, List<Received> events, Handler handler) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .deferred(() -> inOneTransaction(consumer, events, handler))
        .onFailure(Inbox::passes)
        .retry()
        .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(2))
        .indefinitely()
        .onFailure()
        .recoverWithUni(failure -> isolate(consumer, events, handler, failure));
  }

  private Uni<Void> inOneTransaction(String consumer, List<Received> events, Handler handler) {
    progress.turned(loop(consumer, events.getFirst().origin().topic()));
    return outbox.inTransaction(
        transaction ->
            newer(transaction, consumer, events)
                .chain(
                    fresh ->
                        fresh.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : handler.handle(transaction, fresh)));
  }

  /**
   * Keeps each aggregate's newest event if it is newer than what was applied before, and remembers
   * its version.
   */
  private Uni<List<Received>> newer(
      SqlConnection transaction, String consumer, List<Received> events) {
    // Sorted, so that two batches never wait for each other's rows in opposite order.
    TreeMap<UUID, Received> newest = new TreeMap<>();
    for (Received event : events) {
      newest.merge(event.key(), event, (a, b) -> b.version() > a.version() ? b : a);
    }
    UUID[] keys = newest.keySet().toArray(UUID[]::new);
    Long[] versions = newest.values().stream().map(Received::version).toArray(Long[]::new);
    return transaction
        .preparedQuery(TAKE_NEWER)
        .execute(Tuple.of(loop(consumer, events.getFirst().origin().topic()), keys, versions))
        .map(
            rows -> {
              Set<UUID> taken = new HashSet<>(rows.size());
              rows.forEach(row -> taken.add(row.getUUID(0)));
              count("applied", consumer, taken.size());
              count("passed-over", consumer, events.size() - taken.size());
              return newest.values().stream().filter(event -> taken.contains(event.key())).toList();
            });
  }

  private Uni<Void> isolate(
      String consumer, List<Received> events, Handler handler, Throwable failure) {
    if (events.size() == 1) {
      return park(consumer, events.getFirst().origin(), failure);
    }
    int half = events.size() / 2;
    return apply(consumer, events.subList(0, half), handler)
        .chain(() -> apply(consumer, events.subList(half, events.size()), handler));
  }

  private Uni<Void> park(String consumer, ConsumerRecord<String, byte[]> origin, Throwable reason) {
    LOG.errorf(
        "Event parked, consumer=%s topic=%s partition=%d offset=%d reason=%s",
        consumer, origin.topic(), origin.partition(), origin.offset(), reason);
    count("parked", consumer, 1);
    return Uni.createFrom()
        .deferred(
            () -> {
              progress.turned(loop(consumer, origin.topic()));
              return deadLetters.park(consumer, origin, reason);
            })
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
        .indefinitely();
  }

  private static boolean passes(Throwable failure) {
    SqlFailure kind = SqlFailure.of(failure);
    return kind == SqlFailure.INFRASTRUCTURE || kind == SqlFailure.CONFLICT;
  }

  private void count(String what, String consumer, int events) {
    metrics.counter("aftercare.inbox." + what, "consumer", consumer).increment(events);
  }
}
