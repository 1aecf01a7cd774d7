package io.aftercare.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Hands rows to the broker as CloudEvents in binary mode. */
final class Sender implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Sender.class);

  private final KafkaProducer<String, byte[]> producer;
  private final byte[] source;

  Sender(String brokers, String source) {
    this.source = source.getBytes(UTF_8);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay",
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 2,
                ProducerConfig.BATCH_SIZE_CONFIG, 131_072,
                // A lone relay must learn of trouble well within the minute that liveness allows.
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 8_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * Hands over all rows but those of a key that is held back.
   *
   * @throws TimeoutException when the broker is away: to wait for it once more with each row would
   *     take longer than liveness allows
   */
  Page send(List<OutboxRows.Row> rows, Set<UUID> heldBack) {
    List<Sent> page = new ArrayList<>(rows.size());
    for (OutboxRows.Row row : rows) {
      if (!heldBack.contains(row.key())) {
        Sent sent = new Sent(row.id(), row.key(), producer.send(record(row)));
        if (sent.answer().state() == Future.State.FAILED
            && sent.answer().exceptionNow() instanceof TimeoutException away) {
          throw away;
        }
        page.add(sent);
      }
    }
    return new Page(page);
  }

  private ProducerRecord<String, byte[]> record(OutboxRows.Row row) {
    var record =
        new ProducerRecord<>(row.topic(), row.key().toString(), row.payload().getBytes(UTF_8));
    Headers headers = record.headers();
    headers.add("ce_specversion", "1.0".getBytes(UTF_8));
    headers.add("ce_id", row.eventId().toString().getBytes(UTF_8));
    headers.add("ce_source", source);
    headers.add("ce_type", row.type().getBytes(UTF_8));
    headers.add("ce_time", row.time().toString().getBytes(UTF_8));
    headers.add("ce_subject", row.key().toString().getBytes(UTF_8));
    headers.add("ce_aggregateversion", Long.toString(row.version()).getBytes(UTF_8));
    headers.add("content-type", "application/json".getBytes(UTF_8));
    if (row.traceparent() != null) {
      headers.add("traceparent", row.traceparent().getBytes(UTF_8));
    }
    return record;
  }

  @Override
  public void close() {
    // What is still under way is sent again by the next owner; consumers go by version.
    producer.close(Duration.ofSeconds(2));
  }

  record Sent(long id, UUID key, Future<RecordMetadata> answer) {}

  /** Rows handed over together. */
  record Page(List<Sent> rows) {

    static final Page EMPTY = new Page(List.of());

    /**
     * Waits for the broker's answers; the key of a row that was not taken is held back for the rest
     * of the sweep.
     */
    Long[] awaitAcknowledged(Set<UUID> heldBack) throws InterruptedException {
      List<Long> acknowledged = new ArrayList<>(rows.size());
      for (Sent row : rows) {
        try {
          row.answer().get();
          acknowledged.add(row.id());
        } catch (ExecutionException refused) {
          if (heldBack.add(row.key())) {
            LOG.warnf(
                "Event not taken by the broker, key=%s is held back: %s",
                row.key(), refused.getCause().getMessage());
          }
        }
      }
      return acknowledged.toArray(Long[]::new);
    }
  }
}
