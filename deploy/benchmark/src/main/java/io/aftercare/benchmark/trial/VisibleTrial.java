package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.load.HttpLoad;
import io.aftercare.benchmark.load.Measured;
import io.aftercare.benchmark.load.Pace;
import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Latency;
import io.aftercare.benchmark.report.Row;
import io.aftercare.benchmark.trial.Bench.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/** From a posted sale to its call, through sales, outbox, Kafka and follow-up. */
public final class VisibleTrial implements Trial {

  private static final int CONNECTIONS = 64;
  private static final double P99_TARGET = 50;
  private static final String SALES = "select count(*) from known_sale";

  private final List<Double> capacity = new ArrayList<>();

  @Override
  public void measure(Bench bench) {
    FollowUp.open(bench);
    House house = bench.house();
    int port = house.service("sales").port();
    try (CallWatch watch = new CallWatch(house)) {
      WatchedSales sales = bench.shops().watchedSales(watch);
      try (HttpLoad load = new HttpLoad(port, CONNECTIONS, sales)) {
        planned(house, () -> WarmUp.of(bench, "sales posted", load, 201));
        for (int round = 0; round < bench.plan().rounds(); round++) {
          capacity.add(wholeChain(bench, load));
        }
        sales.follow();
        double half = new Figures(capacity).median() / 2;
        Pace pace = new Pace(half, Duration.ofSeconds(2), bench.plan().time().multipliedBy(2));
        Watched<Measured> watched = bench.watch(FollowUp.NAME, () -> load.run(pace));
        Waiting.until(
            "Every sale's call is visible", Duration.ofSeconds(60), () -> watch.waiting() == 0);
        addRow(bench, watch.micros(), half, watched);
      }
    }
  }

  /** Sales a second that the whole chain does: until the last one is planned. */
  private static double wholeChain(Bench bench, HttpLoad load) {
    Pace pace = Pace.asFastAsItGoes(Duration.ZERO, bench.plan().time().dividedBy(2));
    long start = System.nanoTime();
    long sales = planned(bench.house(), () -> load.run(pace).all(201));
    double perSecond = sales / ((System.nanoTime() - start) / 1e9);
    bench
        .report()
        .progress("visible: the whole chain does %,.0f sales/s, from post to plan", perSecond);
    return perSecond;
  }

  /** How many sales the posting brought; returns once each of them is planned. */
  private static long planned(House house, LongSupplier posting) {
    long before = house.count(FollowUp.NAME, SALES);
    long sales = posting.getAsLong();
    Waiting.until(
        "Sales are planned",
        Duration.ofMinutes(5),
        Duration.ofMillis(100),
        () -> house.count(FollowUp.NAME, SALES) >= before + sales);
    return sales;
  }

  private void addRow(Bench bench, Histogram micros, double half, Watched<Measured> watched) {
    Latency latency =
        new Latency(
            "at half load, %,.0f/s".formatted(half),
            micros.getValueAtPercentile(50) / 1_000.0,
            micros.getValueAtPercentile(99) / 1_000.0,
            P99_TARGET);
    bench
        .report()
        .progress(
            "visible %s: p50 %.1f ms, p99 %.1f ms", latency.load(), latency.p50(), latency.p99());
    bench
        .report()
        .add(
            new Row(
                "sale posted to call visible",
                "sales/s",
                new Figures(capacity),
                List.of(),
                List.of(latency),
                List.of(
                    "processor time, µs a sale: " + watched.cost(half),
                    "load is full when sales, relay, Kafka and follow-up together keep up with it",
                    "%,d sales were followed by looking into the call table every 2 ms"
                        .formatted(micros.getTotalCount()))));
  }
}
