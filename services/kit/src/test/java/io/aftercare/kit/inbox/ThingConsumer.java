package io.aftercare.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps things as they are told; a note that reads "impossible" is refused by the table. */
@ApplicationScoped
class ThingConsumer {

  record Thing(String note) {}

  private static final String KEEP =
      """
      insert into thing (key, version, note) select * from unnest($1::uuid[], $2::bigint[], $3::text[])
      on conflict (key) do update set version = excluded.version, note = excluded.note, applied = thing.applied + 1
      """;

  private final Inbox inbox;

  ThingConsumer(Inbox inbox) {
    this.inbox = inbox;
  }

  @Incoming("things")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("feedback", records, this::keep);
  }

  private Uni<Void> keep(SqlConnection transaction, List<Received> events) {
    return transaction
        .preparedQuery(KEEP)
        .execute(
            Tuple.of(
                events.stream().map(Received::key).toArray(UUID[]::new),
                events.stream().map(Received::version).toArray(Long[]::new),
                events.stream().map(event -> event.as(Thing.class).note()).toArray(String[]::new)))
        .replaceWithVoid();
  }
}
