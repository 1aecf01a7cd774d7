package io.aftercare.local.parts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A running broker as its administrator sees it, whoever started it.
 *
 * @param bootstrapServers where clients begin
 */
record KafkaBroker(String bootstrapServers) {

  private static final int PARTITIONS = 6;
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration QUICK = Duration.ofSeconds(3);
  private static final Duration EVENTS_KEPT = Duration.ofDays(30);
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(14);
  private static final List<String> EVENTS =
      List.of(
          "aftercare.sales", "aftercare.customers", "aftercare.follow-ups", "aftercare.feedback");
  private static final List<String> DEAD_LETTERS =
      List.of(
          "aftercare.dead-letters.sales",
          "aftercare.dead-letters.customer-profile",
          "aftercare.dead-letters.legal-hold",
          "aftercare.dead-letters.follow-up",
          "aftercare.dead-letters.follow-up-offers",
          "aftercare.dead-letters.feedback");

  /** Creates the topics of the house, those that are missing. */
  void createTopics() {
    try (Admin admin = admin(PATIENT)) {
      List<NewTopic> topics = new ArrayList<>();
      EVENTS.forEach(name -> topics.add(topic(name, PARTITIONS, EVENTS_KEPT)));
      DEAD_LETTERS.forEach(name -> topics.add(topic(name, 1, DEAD_LETTERS_KEPT)));
      create(admin, topics);
    }
  }

  void createTopic(String name, int partitions, Duration kept) {
    try (Admin admin = admin(PATIENT)) {
      create(admin, List.of(topic(name, partitions, kept)));
    }
  }

  /** Removes every topic and creates those of the house anew, empty. */
  void empty() {
    try (Admin admin = admin(PATIENT)) {
      Set<String> names = await(admin.listTopics().names());
      await(admin.deleteTopics(names).all());
    }
    createTopics();
  }

  boolean answers() {
    try (Admin admin = admin(QUICK)) {
      return !await(admin.describeCluster().nodes()).isEmpty();
    } catch (PartFailed notYet) {
      return false;
    }
  }

  private static NewTopic topic(String name, int partitions, Duration kept) {
    return new NewTopic(name, partitions, (short) 1)
        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis())));
  }

  private static void create(Admin admin, List<NewTopic> topics) {
    Set<String> existing = await(admin.listTopics().names());
    await(
        admin
            .createTopics(
                topics.stream().filter(topic -> !existing.contains(topic.name())).toList())
            .all());
  }

  private Admin admin(Duration patience) {
    int whole = (int) patience.toMillis();
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, whole / 2,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, whole));
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(25, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new PartFailed("Kafka: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("Interrupted while asking Kafka", e);
    }
  }
}
