package io.aftercare.benchmark.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aftercare.benchmark.house.Broken;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends records like those of the relay as fast as the broker acknowledges them: acks=all,
 * idempotent, the same key, headers and payload, the relay's own batching.
 */
public final class ProducerLoop {

  private final String brokers;
  private final String topic;
  private final byte[] payload;
  private final byte[] traceparent;

  public ProducerLoop(String brokers, String topic, String payload, String traceparent) {
    this.brokers = brokers;
    this.topic = topic;
    this.payload = payload.getBytes(UTF_8);
    this.traceparent = traceparent.getBytes(UTF_8);
  }

  /** Records acknowledged per second. */
  public double send(int records) {
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                2,
                ProducerConfig.BATCH_SIZE_CONFIG,
                131_072),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.partitionsFor(topic);
      long start = System.nanoTime();
      for (int i = 0; i < records; i++) {
        producer.send(
            record(),
            (ignored, failed) -> {
              if (failed != null) {
                failure.set(failed);
              }
            });
      }
      producer.flush();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (failure.get() != null) {
        throw new Broken("The broker refused a record", failure.get());
      }
      return records / seconds;
    }
  }

  private ProducerRecord<String, byte[]> record() {
    String key = UUID.randomUUID().toString();
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, payload);
    Headers headers = record.headers();
    headers.add("ce_specversion", "1.0".getBytes(UTF_8));
    headers.add("ce_id", key.getBytes(UTF_8));
    headers.add("ce_source", "/aftercare/sales".getBytes(UTF_8));
    headers.add("ce_type", "io.aftercare.sale.completed.v1".getBytes(UTF_8));
    headers.add("ce_time", Instant.EPOCH.toString().getBytes(UTF_8));
    headers.add("ce_subject", key.getBytes(UTF_8));
    headers.add("ce_aggregateversion", "1".getBytes(UTF_8));
    headers.add("content-type", "application/json".getBytes(UTF_8));
    headers.add("traceparent", traceparent);
    return record;
  }
}
