package io.aftercare.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells facts in the transaction of the change they tell of. Nothing is sent before that
 * transaction commits, and nothing that committed stays unsent.
 */
@ApplicationScoped
public class Outbox {

  /**
   * What the broker would refuse is refused here, while the caller can still be told. Kafka's
   * default limit for a record is 1 MiB with its headers.
   */
  static final int LARGEST_PAYLOAD = 900_000;

  private static final String APPEND =
      """
      insert into outbox (event_id, topic, type, key, version, time, payload, traceparent)
      select * from unnest(
        $1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::bigint[], $6::timestamptz[], $7::text[], $8::text[])
      """;

  /** It returns something because Hibernate warns in every session in which an update ran. */
  private static final String APPEND_ONE =
      """
      insert into outbox (event_id, topic, type, key, version, time, payload, traceparent)
      values (:id, :topic, :type, :key, :version, :time, :payload, cast(:traceparent as text))
      returning event_id
      """;

  private final Pool pool;
  private final Mutiny.SessionFactory sessions;
  private final ObjectMapper json;
  private final Relay relay;

  Outbox(Pool pool, Mutiny.SessionFactory sessions, ObjectMapper json, Relay relay) {
    this.pool = pool;
    this.sessions = sessions;
    this.json = json;
    this.relay = relay;
  }

  /** Runs the work in a transaction of the SQL client; once it has committed, the relay wakes. */
  public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(work).invoke(relay::wake);
  }

  /**
   * Runs the work in a Hibernate session and transaction; once it has committed, the relay wakes.
   */
  public <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
    return sessions.withTransaction(work).invoke(relay::wake);
  }

  /**
   * Appends in the caller's transaction, all in one statement.
   *
   * @throws IllegalArgumentException (as failure) when an event is larger than the broker takes
   */
  public Uni<Void> append(SqlConnection transaction, List<Event> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .item(() -> columns(events))
        .chain(columns -> transaction.preparedQuery(APPEND).execute(columns))
        .replaceWithVoid();
  }

  /** Appends in the caller's Hibernate transaction; for the few events of an ordinary request. */
  public Uni<Void> append(Mutiny.Session session, List<Event> events) {
    Uni<Void> appended = Uni.createFrom().voidItem();
    for (Event event : events) {
      appended = appended.chain(() -> appendOne(session, event));
    }
    return appended;
  }

  private Uni<Void> appendOne(Mutiny.Session session, Event event) {
    return session
        .createNativeQuery(APPEND_ONE, UUID.class)
        .setParameter("id", Ids.next())
        .setParameter("topic", event.topic())
        .setParameter("type", event.type())
        .setParameter("key", event.key())
        .setParameter("version", event.version())
        .setParameter("time", utc(event))
        .setParameter("payload", payload(event))
        .setParameter("traceparent", event.traceparent())
        .getSingleResult()
        .replaceWithVoid();
  }

  private Tuple columns(List<Event> events) {
    int n = events.size();
    UUID[] ids = new UUID[n];
    String[] topics = new String[n];
    String[] types = new String[n];
    UUID[] keys = new UUID[n];
    Long[] versions = new Long[n];
    OffsetDateTime[] times = new OffsetDateTime[n];
    String[] payloads = new String[n];
    String[] traces = new String[n];
    for (int i = 0; i < n; i++) {
      Event event = events.get(i);
      ids[i] = Ids.next();
      topics[i] = event.topic();
      types[i] = event.type();
      keys[i] = event.key();
      versions[i] = event.version();
      times[i] = utc(event);
      payloads[i] = payload(event);
      traces[i] = event.traceparent();
    }
    return Tuple.of(ids, topics, types, keys, versions, times)
        .addArrayOfString(payloads)
        .addArrayOfString(traces);
  }

  private static OffsetDateTime utc(Event event) {
    return event.time().atOffset(ZoneOffset.UTC);
  }

  private String payload(Event event) {
    try {
      String payload = json.writeValueAsString(event.data());
      if (payload.length() > LARGEST_PAYLOAD) {
        throw new IllegalArgumentException(
            "Event %s of %s has %,d characters; at most %,d can be sent"
                .formatted(event.type(), event.key(), payload.length(), LARGEST_PAYLOAD));
      }
      return payload;
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(
          "Event %s of %s cannot be written as JSON".formatted(event.type(), event.key()),
          unwritable);
    }
  }
}
