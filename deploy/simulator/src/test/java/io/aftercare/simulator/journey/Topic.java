package io.aftercare.simulator.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A topic, seen from outside the services. */
final class Topic {

  private final String servers;
  private final String name;

  Topic(String servers, String name) {
    this.servers = servers;
    this.name = name;
  }

  /** Puts something there that no service ever sends. */
  void getsHandedIn(UUID key, String nonsense, Map<String, String> headers) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(name, key.toString(), nonsense.getBytes(StandardCharsets.UTF_8));
      headers.forEach(
          (header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a record with this key is there. */
  ConsumerRecord<String, byte[]> awaits(UUID key) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", servers);
    settings.put("group.id", "journey-" + UUID.randomUUID());
    settings.put("auto.offset.reset", "earliest");
    settings.put("metadata.max.age.ms", "1000");
    Predicate<ConsumerRecord<String, byte[]>> wanted =
        record -> key.toString().equals(record.key());
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(name));
      Awaitility.await("a record with key " + key + " in " + name)
          .pollInSameThread()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        record -> {
                          if (wanted.test(record)) {
                            found.add(record);
                          }
                        });
                return !found.isEmpty();
              });
    }
    return found.getFirst();
  }

  static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
