package io.aftercare.local.parts;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The same parts in containers, for machines with a container engine and the images at hand.
 * Untried: no engine has run it yet. The containers are removed by the library when this process
 * ends.
 */
final class Containers {

  private Containers() {}

  static Parts start() {
    PostgreSQLContainer postgres =
        new PostgreSQLContainer("postgres:18-alpine").withUsername("postgres");
    KafkaContainer kafka =
        new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    postgres.start();
    kafka.start();
    PostgresServer server =
        new PostgresServer(
            postgres.getHost(), postgres.getMappedPort(5432), "postgres", postgres.getPassword());
    server.createUsers();
    KafkaBroker broker = new KafkaBroker(kafka.getBootstrapServers());
    broker.createTopics();
    return new Parts(server, broker);
  }
}
