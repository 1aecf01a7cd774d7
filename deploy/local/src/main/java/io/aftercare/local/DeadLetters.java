package io.aftercare.local;

import io.aftercare.local.parts.PartFailed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The records that consumers have set aside, each in the topic {@code
 * aftercare.dead-letters.<consumer>}, with headers that say where it came from.
 */
public final class DeadLetters {

  private static final String TOPIC_PREFIX = "aftercare.dead-letters.";
  private static final String HEADER_PREFIX = "dead-letter-";
  private static final String ORIGIN = HEADER_PREFIX + "topic";
  private static final Duration POLL = Duration.ofSeconds(1);

  private final String bootstrapServers;

  public DeadLetters(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Sends everything that lies there now back to the topics it came from, and remembers how far it
   * came: what was sent back once is not sent again.
   *
   * @param consumer who set it aside
   * @return how many records went to which topic
   * @throws PartFailed when there is no such topic, or a record does not say where it came from
   */
  public Map<String, Integer> sendBack(String consumer) {
    Map<String, Integer> sent = new TreeMap<>();
    try (KafkaConsumer<byte[], byte[]> letters = reader(consumer);
        KafkaProducer<byte[], byte[]> producer = writer()) {
      List<TopicPartition> partitions = partitions(letters, TOPIC_PREFIX + consumer);
      letters.assign(partitions);
      Map<TopicPartition, Long> ends = letters.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(partition -> letters.position(partition) < ends.get(partition))) {
        sendBack(letters.poll(POLL), producer, sent);
        letters.commitSync(positions(letters, partitions));
      }
    }
    return sent;
  }

  private static void sendBack(
      ConsumerRecords<byte[], byte[]> records,
      KafkaProducer<byte[], byte[]> producer,
      Map<String, Integer> sent) {
    List<Future<RecordMetadata>> sending = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : records) {
      ProducerRecord<byte[], byte[]> original = original(letter);
      sending.add(producer.send(original));
      sent.merge(original.topic(), 1, Integer::sum);
    }
    try {
      for (Future<RecordMetadata> one : sending) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new PartFailed("Kafka did not take a record back: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("Interrupted while sending records back", e);
    }
  }

  private static ProducerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> letter) {
    Header origin = letter.headers().lastHeader(ORIGIN);
    if (origin == null) {
      throw new PartFailed(
          "The record at offset "
              + letter.offset()
              + " of "
              + letter.topic()
              + " does not say where it came from");
    }
    ProducerRecord<byte[], byte[]> original =
        new ProducerRecord<>(
            new String(origin.value(), StandardCharsets.UTF_8), letter.key(), letter.value());
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(HEADER_PREFIX)) {
        original.headers().add(header);
      }
    }
    return original;
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    List<PartitionInfo> known = consumer.listTopics().get(topic);
    if (known == null) {
      throw new PartFailed("There is no topic " + topic);
    }
    return known.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private static Map<TopicPartition, OffsetAndMetadata> positions(
      KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    partitions.forEach(one -> positions.put(one, new OffsetAndMetadata(consumer.position(one))));
    return positions;
  }

  private KafkaConsumer<byte[], byte[]> reader(String consumer) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.GROUP_ID_CONFIG,
            "aftercare-replay-" + consumer,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> writer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
