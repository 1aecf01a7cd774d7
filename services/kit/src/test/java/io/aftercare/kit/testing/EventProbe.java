package io.aftercare.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Watches a topic from its beginning and speaks on it the way the relay does. */
public final class EventProbe implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .registerModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final String topic;
  private final KafkaProducer<String, byte[]> producer;
  private final List<ConsumerRecord<String, byte[]>> seen = new CopyOnWriteArrayList<>();
  private final Thread watcher;
  private volatile boolean watching = true;

  private EventProbe(String topic, String brokers) {
    this.topic = topic;
    Properties settings = new Properties();
    settings.put("bootstrap.servers", brokers);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    settings.put("group.id", "probe-" + UUID.randomUUID());
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(topic));
    this.watcher = Thread.ofPlatform().daemon().name("probe-" + topic).start(() -> watch(consumer));
  }

  /** A probe on the broker that the application under test uses. */
  public static EventProbe on(String topic) {
    return on(topic, ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
  }

  public static EventProbe on(String topic, String brokers) {
    return new EventProbe(topic, brokers);
  }

  /** The data of the newest event of this type and key, waited for. */
  public JsonNode await(String type, Object key) {
    return data(awaitRecord(type, key));
  }

  /** The first event of this type and key that fits, waited for. */
  public JsonNode await(String type, Object key, Predicate<JsonNode> fits) {
    return awaitUntil(
        () -> events(type, key).stream().map(EventProbe::data).filter(fits).findFirst(),
        type + " of " + key);
  }

  /** The record of the newest event of this type and key, waited for. */
  public ConsumerRecord<String, byte[]> awaitRecord(String type, Object key) {
    return awaitUntil(() -> events(type, key).stream().reduce((a, b) -> b), type + " of " + key);
  }

  /** The first record that fits, waited for. */
  public ConsumerRecord<String, byte[]> awaitRecord(
      Predicate<ConsumerRecord<String, byte[]>> fits) {
    return awaitUntil(() -> seen.stream().filter(fits).findFirst(), "a fitting record");
  }

  /** All events seen so far of this type and key, in the order of the topic. */
  public List<ConsumerRecord<String, byte[]>> events(String type, Object key) {
    return seen.stream()
        .filter(
            event -> key.toString().equals(event.key()) && type.equals(header(event, "ce_type")))
        .toList();
  }

  /** Everything seen so far, as text: keys, values and headers. */
  public List<String> words() {
    List<String> words = new java.util.ArrayList<>();
    for (var event : seen) {
      words.add(String.valueOf(event.key()));
      words.add(event.value() == null ? "" : new String(event.value(), UTF_8));
      event.headers().forEach(header -> words.add(new String(header.value(), UTF_8)));
    }
    return words;
  }

  /** Publishes an event as the relay does; returns when the broker has it. */
  public void send(String type, Object key, long version, Object data) {
    send(type, key, version, data, null);
  }

  public void send(
      String type, Object key, long version, Object data, @Nullable String traceparent) {
    try {
      byte[] json =
          data instanceof String text ? text.getBytes(UTF_8) : JSON.writeValueAsBytes(data);
      var headers =
          new java.util.HashMap<>(
              Map.of(
                  "ce_specversion",
                  "1.0",
                  "ce_id",
                  UUID.randomUUID().toString(),
                  "ce_source",
                  "/aftercare/probe",
                  "ce_type",
                  type,
                  "ce_time",
                  Instant.now().toString(),
                  "ce_subject",
                  key.toString(),
                  "ce_aggregateversion",
                  Long.toString(version),
                  "content-type",
                  "application/json"));
      if (traceparent != null) {
        headers.put("traceparent", traceparent);
      }
      sendRaw(key.toString(), json, headers);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  /** Publishes bytes as they are. */
  public void sendRaw(String key, byte @Nullable [] value, Map<String, String> headers) {
    var record = new ProducerRecord<>(topic, key, value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    producer.send(record);
    producer.flush();
  }

  public static JsonNode data(ConsumerRecord<String, byte[]> event) {
    try {
      return JSON.readTree(event.value());
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  public static @Nullable String header(ConsumerRecord<String, byte[]> event, String name) {
    var header = event.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  private static <T> T awaitUntil(java.util.function.Supplier<Optional<T>> found, String what) {
    return await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(found::get, Optional::isPresent)
        .orElseThrow();
  }

  private static org.awaitility.core.ConditionFactory await(String what) {
    return org.awaitility.Awaitility.await(what);
  }

  private void watch(KafkaConsumer<String, byte[]> consumer) {
    try (consumer) {
      while (watching) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    watching = false;
    watcher.join(Duration.ofSeconds(5));
    producer.close();
  }
}
