package io.aftercare.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsIT {

  @TempDir Path home;

  @Test
  void aKilledDatabaseComesBackWithWhatItHasCommitted() throws SQLException {
    try (Postgres postgres = Postgres.start(home, 0)) {
      Database sales = postgres.createDatabase("sales");
      execute(sales, "CREATE TABLE sale (id int)");
      execute(sales, "INSERT INTO sale VALUES (7)");
      int port = postgres.port();
      long pid = postgres.pid();

      postgres.kill();
      assertThat(postgres.isAlive()).isFalse();
      postgres.restart();

      assertThat(postgres.port()).isEqualTo(port);
      assertThat(postgres.pid()).isNotEqualTo(pid);
      assertThat(number(sales, "SELECT id FROM sale")).isEqualTo(7);
      assertThat(postgres.createDatabase("sales")).isEqualTo(sales);
    }
  }

  @Test
  void aDatabaseKeepsItsDataBetweenRunsAndCommitsForReal() throws SQLException {
    try (Postgres postgres = Postgres.start(home, 0)) {
      execute(postgres.createDatabase("sales"), "CREATE TABLE sale AS SELECT 3 AS id");
    }

    try (Postgres postgres = Postgres.start(home, 0)) {
      Database sales = postgres.createDatabase("sales");
      assertThat(number(sales, "SELECT id FROM sale")).isEqualTo(3);
      assertThat(
              number(
                  sales,
                  "SELECT count(*) FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit')"
                      + " AND setting = 'on'"))
          .isEqualTo(2);
    }
  }

  @Test
  void aKilledBrokerComesBackWithWhatItHasAcknowledged() throws Exception {
    try (Kafka kafka = Kafka.start(home, 0)) {
      try (KafkaProducer<String, String> producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
              new StringSerializer(),
              new StringSerializer())) {
        producer.send(new ProducerRecord<>("aftercare.sales", 0, "key", "sold")).get();
      }

      kafka.kill();
      kafka.restart();

      assertThat(read(kafka, new TopicPartition("aftercare.sales", 0))).containsExactly("sold");
    }
  }

  @Test
  void aStoppedBrokerGoesOnWhereItWas() {
    try (Kafka kafka = Kafka.start(home, 0)) {
      kafka.suspend();
      assertThat(stateOf(kafka.pid())).isEqualTo('T');

      kafka.resume();

      assertThat(kafka.isReady()).isTrue();
    }
  }

  private static List<String> read(Kafka kafka, TopicPartition partition) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
          .map(r -> r.value())
          .toList();
    }
  }

  private static char stateOf(long pid) {
    try {
      String stat =
          new String(
              java.nio.file.Files.readAllBytes(Path.of("/proc/" + pid + "/stat")),
              StandardCharsets.UTF_8);
      return stat.charAt(stat.lastIndexOf(')') + 2);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }
}
