package io.aftercare.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what could not be applied: the record as it came, with where it came from and why it was
 * set aside, in the topic {@code aftercare.dead-letters.<consumer>}. From there it can be sent
 * again.
 */
@ApplicationScoped
class DeadLetters {

  private static final String TOPIC_PREFIX = "aftercare.dead-letters.";

  private final String brokers;
  private final Clock clock;
  private @Nullable KafkaProducer<String, byte[]> producer;

  DeadLetters(@ConfigProperty(name = "kafka.bootstrap.servers") String brokers, Clock clock) {
    this.brokers = brokers;
    this.clock = clock;
  }

  Uni<Void> park(String consumer, ConsumerRecord<String, byte[]> origin, Throwable reason) {
    var letter =
        new ProducerRecord<>(
            TOPIC_PREFIX + consumer, null, origin.key(), origin.value(), origin.headers());
    header(letter, "dead-letter-topic", origin.topic());
    header(letter, "dead-letter-partition", Integer.toString(origin.partition()));
    header(letter, "dead-letter-offset", Long.toString(origin.offset()));
    header(letter, "dead-letter-reason", Objects.toString(reason.getMessage(), reason.toString()));
    header(letter, "dead-letter-at", clock.instant().toString());
    return Uni.createFrom()
        .future(() -> producer().send(letter))
        // Waiting for the broker must not hold an event loop.
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .replaceWithVoid();
  }

  private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
    letter.headers().remove(name).add(name, value.getBytes(UTF_8));
  }

  /** Made when it is first needed: most services never park anything. */
  private synchronized KafkaProducer<String, byte[]> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  brokers,
                  ProducerConfig.CLIENT_ID_CONFIG,
                  "dead-letters",
                  ProducerConfig.ACKS_CONFIG,
                  "all",
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                  20_000,
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                  8_000,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG,
                  10_000),
              new StringSerializer(),
              new ByteArraySerializer());
    }
    return producer;
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
