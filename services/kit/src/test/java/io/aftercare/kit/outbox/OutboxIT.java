package io.aftercare.kit.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class OutboxIT {

  private static final String TOPIC = "aftercare.feedback";
  private static final String TOLD = "io.aftercare.thing.told.v1";

  @Inject Outbox outbox;
  @Inject Pool pool;
  @Inject AgroalDataSource database;

  EventProbe topic;

  @BeforeEach
  void open() {
    topic = EventProbe.on(TOPIC);
  }

  @AfterEach
  void close() throws InterruptedException {
    topic.close();
  }

  @Test
  void what_commits_is_told_with_its_version_and_forgotten() {
    UUID key = UUID.randomUUID();

    tell(event(key, 7));

    var record = topic.awaitRecord(TOLD, key);
    assertEquals("7", EventProbe.header(record, "ce_aggregateversion"));
    assertEquals("1.0", EventProbe.header(record, "ce_specversion"));
    assertEquals("/aftercare/kit-bench", EventProbe.header(record, "ce_source"));
    assertEquals("hello", EventProbe.data(record).get("note").asText());
    await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 0);
  }

  @Test
  void what_rolls_back_is_never_told() {
    UUID undone = UUID.randomUUID();
    assertThrows(
        IllegalStateException.class,
        () ->
            outbox
                .inTransaction(
                    transaction ->
                        outbox
                            .append(transaction, List.of(event(undone, 1)))
                            .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))))
                .await()
                .atMost(Duration.ofSeconds(10)));
    UUID next = UUID.randomUUID();
    tell(event(next, 1));

    topic.await(TOLD, next);
    assertEquals(List.of(), topic.events(TOLD, undone));
  }

  @Test
  void a_row_that_commits_after_rows_with_higher_numbers_is_told_all_the_same()
      throws SQLException {
    UUID slow = UUID.randomUUID();
    UUID quick = UUID.randomUUID();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      insert(connection, slow);
      tell(event(quick, 1));
      topic.await(TOLD, quick);

      connection.commit();
    }

    topic.await(TOLD, slow);
  }

  @Test
  void events_of_a_hibernate_session_are_told_in_order() {
    UUID key = UUID.randomUUID();

    outbox
        .inSession(session -> outbox.append(session, List.of(event(key, 1), event(key, 2))))
        .await()
        .atMost(Duration.ofSeconds(10));

    await().atMost(Duration.ofSeconds(30)).until(() -> topic.events(TOLD, key).size() == 2);
    assertEquals(
        List.of("1", "2"),
        topic.events(TOLD, key).stream()
            .map(event -> EventProbe.header(event, "ce_aggregateversion"))
            .toList());
  }

  @Test
  void what_the_broker_would_refuse_is_refused_when_it_is_appended() {
    Event large =
        new Event(
            TOPIC,
            TOLD,
            UUID.randomUUID(),
            1,
            Instant.EPOCH,
            Map.of("note", "x".repeat(1_000_000)),
            null);

    var refusal = assertThrows(IllegalArgumentException.class, () -> tell(large));

    assertTrue(refusal.getMessage().contains("at most 900,000"));
  }

  private void tell(Event event) {
    outbox
        .inTransaction(transaction -> outbox.append(transaction, List.of(event)))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private static Event event(UUID key, long version) {
    return new Event(TOPIC, TOLD, key, version, Instant.EPOCH, Map.of("note", "hello"), null);
  }

  private long waiting() {
    return pool.query("select count(*) from outbox").executeAndAwait().iterator().next().getLong(0);
  }

  private static void insert(Connection connection, UUID key) throws SQLException {
    String sql =
        "insert into outbox (event_id, topic, type, key, version, time, payload) values (?, ?, ?, ?, 1, now(), '{}')";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.randomUUID());
      statement.setString(2, TOPIC);
      statement.setString(3, TOLD);
      statement.setObject(4, key);
      statement.executeUpdate();
    }
  }
}
