package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.Cores;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.limit.OutboxPages;
import io.aftercare.benchmark.limit.ProducerLoop;
import io.aftercare.benchmark.limit.RawSales;
import io.aftercare.benchmark.limit.Topic;
import io.aftercare.benchmark.load.HttpLoad;
import io.aftercare.benchmark.load.Pace;
import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Limit;
import io.aftercare.benchmark.report.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A full outbox drained by the relay of the running sales service, beside reading it and beside
 * sending as much.
 */
public final class RelayTrial implements Trial {

  private static final String TOPIC = "aftercare.bench";
  private static final int PARTITIONS = 6;
  private static final int MOST_SENT = 500_000;
  private static final double TARGET = 0.7;

  private static final String FILL =
      """
      insert into outbox (event_id, topic, type, key, version, time, payload, traceparent)
      select gen_random_uuid(), ?, 'io.aftercare.sale.completed.v1', uuidv7(), 1, now(), ?, ?
      from generate_series(1, ?)
      """;

  @Override
  public void measure(Bench bench) {
    House house = bench.house();
    bench.shops().open();
    house.kafka().createTopic(TOPIC, PARTITIONS, Duration.ofHours(1));
    RawSales sample = sample(bench);
    Outboxes.awaitEmpty(house, "sales");
    String brokers = house.kafka().bootstrapServers();
    var producer = new ProducerLoop(brokers, TOPIC, sample.payload(), sample.traceparent());
    try (Topic topic = new Topic(brokers, TOPIC)) {
      drain(bench, topic, sample, 50_000);
      producer.send(50_000);
      for (int rows : bench.plan().isFull() ? SIZES_FULL : SIZES) {
        measure(bench, topic, producer, sample, rows);
      }
    }
  }

  private static final int[] SIZES = {10_000, 100_000, 1_000_000};
  private static final int[] SIZES_FULL = {10_000, 100_000, 1_000_000, 10_000_000};

  /** Some sales, so that there is an event to copy. */
  private static RawSales sample(Bench bench) {
    House house = bench.house();
    try (RestingRelay _ = RestingRelay.of(house, "sales");
        HttpLoad load = new HttpLoad(house.service("sales").port(), 4, bench.shops().sales())) {
      load.run(new Pace(500, Duration.ZERO, Duration.ofSeconds(2)));
      return RawSales.like(house);
    }
  }

  private void measure(Bench bench, Topic topic, ProducerLoop producer, RawSales sample, int rows) {
    List<Double> drained = new ArrayList<>();
    List<Double> read = new ArrayList<>();
    List<Double> sent = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int round = 1; round <= bench.plan().rounds(); round++) {
      Drain drain = drain(bench, topic, sample, rows);
      double sending = producer.send(Math.min(rows, MOST_SENT));
      bench
          .report()
          .progress(
              "relay, %,d waiting: drained %,.0f/s, read %,.0f/s, producer %,.0f/s; cores: %s",
              rows, drain.perSecond(), drain.readPerSecond(), sending, drain.busy());
      drained.add(drain.perSecond());
      read.add(drain.readPerSecond());
      sent.add(sending);
      notes = List.of("cores: " + drain.busy());
    }
    boolean readIsLower = new Figures(read).median() < new Figures(sent).median();
    bench
        .report()
        .add(
            new Row(
                "relay, %,d events waiting".formatted(rows),
                "events/s",
                new Figures(drained),
                List.of(
                    new Limit("read page by page", new Figures(read), readIsLower ? TARGET : 0),
                    new Limit(
                        "producer alone, acks=all", new Figures(sent), readIsLower ? 0 : TARGET)),
                List.of(),
                notes));
  }

  private record Drain(double perSecond, double readPerSecond, String busy) {}

  private static Drain drain(Bench bench, Topic topic, RawSales sample, int rows) {
    House house = bench.house();
    double read;
    long before = topic.written();
    RestingRelay resting = RestingRelay.of(house, "sales");
    try {
      fill(house, sample, rows);
      house.settle("sales");
      read = OutboxPages.read(house, "sales");
    } finally {
      resting.close();
    }
    Waiting.until("The relay begins", Duration.ofSeconds(30), () -> topic.written() > before);
    long start = System.nanoTime();
    long already = topic.written() - before;
    Cores coresAtStart = house.cores();
    Outboxes.awaitEmpty(house, "sales");
    double seconds = (System.nanoTime() - start) / 1e9;
    String busy = Cores.describe(house.cores().since(coresAtStart));
    long sent = topic.written() - before;
    if (sent != rows) {
      throw new Broken("%,d rows waited and %,d events were sent".formatted(rows, sent));
    }
    return new Drain((rows - already) / seconds, read, busy);
  }

  private static void fill(House house, RawSales sample, int rows) {
    try (Connection connection = house.connect("sales");
        PreparedStatement fill = connection.prepareStatement(FILL)) {
      fill.setString(1, TOPIC);
      fill.setString(2, sample.payload());
      fill.setString(3, sample.traceparent());
      fill.setInt(4, rows);
      fill.executeUpdate();
    } catch (SQLException e) {
      throw new Broken("The outbox cannot be filled: " + e.getMessage(), e);
    }
  }
}
