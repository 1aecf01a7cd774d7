package io.aftercare.simulator.storm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the house's consumers are behind, as the broker knows it. */
final class Streams implements AutoCloseable {

  private static final Map<String, List<String>> HEARD_BY =
      Map.of(
          "customer-profile",
              List.of(
                  "aftercare.sales",
                  "aftercare.customers",
                  "aftercare.follow-ups",
                  "aftercare.feedback"),
          "follow-up", List.of("aftercare.sales", "aftercare.customers"),
          "feedback", List.of("aftercare.follow-ups"));
  private static final String DEAD_LETTERS = "aftercare.dead-letters.";

  private final Admin admin;

  Streams(String bootstrapServers) {
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000));
  }

  /** Records that have been sent and not yet acknowledged by their consumers. */
  long behind() {
    return HEARD_BY.entrySet().stream()
        .mapToLong(heard -> behind(heard.getKey(), heard.getValue()))
        .sum();
  }

  /** Dead letters by consumer. */
  Map<String, Long> parked() {
    Map<String, Long> parked = new HashMap<>();
    for (String consumer : HEARD_BY.keySet()) {
      long records =
          ends(List.of(DEAD_LETTERS + consumer)).values().stream().mapToLong(Long::longValue).sum();
      parked.put(consumer, records);
    }
    return parked;
  }

  private long behind(String group, List<String> topics) {
    Map<TopicPartition, @Nullable OffsetAndMetadata> acknowledged =
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return ends(topics).entrySet().stream()
        .mapToLong(
            end -> {
              OffsetAndMetadata offset = acknowledged.get(end.getKey());
              return end.getValue() - (offset == null ? 0 : offset.offset());
            })
        .sum();
  }

  private Map<TopicPartition, Long> ends(List<String> topics) {
    List<TopicPartition> partitions = new ArrayList<>();
    await(admin.describeTopics(topics).allTopicNames())
        .forEach(
            (topic, description) ->
                description
                    .partitions()
                    .forEach(
                        partition ->
                            partitions.add(new TopicPartition(topic, partition.partition()))));
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream().collect(Collectors.toMap(at -> at, at -> OffsetSpec.latest()));
    return await(admin.listOffsets(latest).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ofSeconds(2));
  }
}
