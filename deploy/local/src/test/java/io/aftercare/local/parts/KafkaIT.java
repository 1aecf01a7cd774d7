package io.aftercare.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.local.DeadLetters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaIT {

  @TempDir static Path home;
  private static Kafka kafka;

  @BeforeAll
  static void start() {
    kafka = Kafka.start(home, 0);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void killedItComesBackWithWhatItHasAcknowledged() throws Exception {
    send(new ProducerRecord<>("aftercare.sales", 0, "key", "sold"));
    int port = kafka.port();

    kafka.kill();
    kafka.restart();

    assertThat(kafka.port()).isEqualTo(port);
    assertThat(read("aftercare.sales")).extracting(ConsumerRecord::value).containsExactly("sold");
  }

  @Test
  void stoppedItGoesOnWhereItWas() {
    kafka.suspend();
    assertThat(kafka.isSuspended()).isTrue();

    kafka.resume();

    assertThat(kafka.isSuspended()).isFalse();
    assertThat(kafka.isReady()).isTrue();
  }

  @Test
  void whatWasSetAsideGoesBackOnceToWhereItCameFrom() throws Exception {
    ProducerRecord<String, String> letter =
        new ProducerRecord<>("aftercare.dead-letters.feedback", 0, "call-1", "completed");
    letter.headers().add("dead-letter-topic", "aftercare.follow-ups".getBytes());
    letter.headers().add("dead-letter-reason", "the table was missing".getBytes());
    letter.headers().add("ce_type", "io.aftercare.follow-up.completed.v1".getBytes());
    send(letter);
    DeadLetters letters = new DeadLetters(kafka.bootstrapServers());

    assertThat(letters.sendBack("feedback")).isEqualTo(Map.of("aftercare.follow-ups", 1));
    assertThat(letters.sendBack("feedback")).isEmpty();

    assertThat(read("aftercare.follow-ups"))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.key()).isEqualTo("call-1");
              assertThat(record.value()).isEqualTo("completed");
              assertThat(record.headers())
                  .extracting(header -> header.key())
                  .containsExactly("ce_type");
            });
  }

  private static void send(ProducerRecord<String, String> record)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(record).get();
    }
  }

  private static List<ConsumerRecord<String, String>> read(String topic) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
      return records;
    }
  }
}
