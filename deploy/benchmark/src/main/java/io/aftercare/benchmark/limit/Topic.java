package io.aftercare.benchmark.limit;

import io.aftercare.benchmark.house.Broken;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** A topic as its administrator sees it. */
public final class Topic implements AutoCloseable {

  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> ends;

  public Topic(String brokers, String name) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
    this.ends =
        await(admin.describeTopics(java.util.List.of(name)).allTopicNames())
            .get(name)
            .partitions()
            .stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(name, partition.partition()),
                    partition -> OffsetSpec.latest()));
  }

  /** How many records were ever written to it. */
  public long written() {
    return await(admin.listOffsets(ends).all()).values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  /** Forgets what was written so far: who reads from the beginning begins here. */
  public void forgetAll() {
    Map<TopicPartition, RecordsToDelete> upToNow =
        await(admin.listOffsets(ends).all()).entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
    await(admin.deleteRecords(upToNow).all());
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new Broken("Kafka: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("Interrupted", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
