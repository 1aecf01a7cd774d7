package io.aftercare.kit.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class InboxIT {

  private static final String TOLD = "io.aftercare.thing.told.v1";

  @Inject Pool pool;

  EventProbe topic;
  EventProbe deadLetters;

  @BeforeEach
  void open() {
    topic = EventProbe.on("aftercare.sales");
    deadLetters = EventProbe.on("aftercare.dead-letters.feedback");
  }

  @AfterEach
  void close() throws InterruptedException {
    topic.close();
    deadLetters.close();
  }

  @Test
  void an_event_that_comes_twice_is_applied_once() {
    UUID key = UUID.randomUUID();
    topic.send(TOLD, key, 1, Map.of("note", "hello"));
    topic.send(TOLD, key, 1, Map.of("note", "hello"));
    awaitEverythingSoFar();

    assertEquals(1, applied(key));
  }

  @Test
  void an_older_version_never_comes_back() {
    UUID key = UUID.randomUUID();
    topic.send(TOLD, key, 2, Map.of("note", "voided"));
    awaitNote(key, "voided");
    topic.send(TOLD, key, 1, Map.of("note", "completed"));
    awaitEverythingSoFar();

    assertEquals("voided", note(key));
  }

  @Test
  void a_poison_event_is_parked_with_its_reason_and_its_neighbours_are_applied() {
    UUID poison = UUID.randomUUID();
    UUID before = UUID.randomUUID();
    UUID after = UUID.randomUUID();
    topic.send(TOLD, before, 1, Map.of("note", "before"));
    topic.send(TOLD, poison, 1, Map.of("note", "impossible"));
    topic.send(TOLD, after, 1, Map.of("note", "after"));

    awaitNote(before, "before");
    awaitNote(after, "after");
    var letter = deadLetters.awaitRecord(TOLD, poison);
    assertTrue(EventProbe.header(letter, "dead-letter-reason").contains("thing_note_check"));
    assertEquals("aftercare.sales", EventProbe.header(letter, "dead-letter-topic"));
    assertEquals("1", EventProbe.header(letter, "ce_aggregateversion"));
  }

  @Test
  void bytes_that_are_no_event_are_parked_as_they_came() {
    String key = UUID.randomUUID().toString();
    byte[] garbage = {0, (byte) 0xFF, 17};
    topic.sendRaw(key, garbage, Map.of());
    UUID next = UUID.randomUUID();
    topic.send(TOLD, next, 1, Map.of("note", "next"));

    awaitNote(next, "next");
    var letter = deadLetters.awaitRecord(record -> key.equals(record.key()));
    assertArrayEquals(garbage, letter.value());
    assertTrue(EventProbe.header(letter, "dead-letter-reason").contains("ce_id"));
  }

  @Test
  void data_of_another_shape_is_parked() {
    UUID key = UUID.randomUUID();
    topic.send(TOLD, key, 1, "[1, 2]");

    var letter = deadLetters.awaitRecord(TOLD, key);
    assertTrue(EventProbe.header(letter, "dead-letter-reason").contains("data is not a Thing"));
  }

  /** Another event of every partition, waited for: what was sent before it has been dealt with. */
  private void awaitEverythingSoFar() {
    List<UUID> markers = Stream.generate(UUID::randomUUID).limit(24).toList();
    markers.forEach(marker -> topic.send(TOLD, marker, 1, Map.of("note", "marker")));
    markers.forEach(marker -> awaitNote(marker, "marker"));
  }

  private void awaitNote(UUID key, String note) {
    await().atMost(Duration.ofSeconds(30)).until(() -> note.equals(note(key)));
  }

  private String note(UUID key) {
    var rows =
        pool.preparedQuery("select note from thing where key = $1").executeAndAwait(Tuple.of(key));
    return rows.size() == 0 ? "" : rows.iterator().next().getString(0);
  }

  private int applied(UUID key) {
    return pool.preparedQuery("select applied from thing where key = $1")
        .executeAndAwait(Tuple.of(key))
        .iterator()
        .next()
        .getInteger(0);
  }
}
