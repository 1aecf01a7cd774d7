package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.limit.Pgbench;
import io.aftercare.benchmark.limit.RawSales;
import io.aftercare.benchmark.load.HttpLoad;
import io.aftercare.benchmark.load.Measured;
import io.aftercare.benchmark.load.Pace;
import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Latency;
import io.aftercare.benchmark.report.Limit;
import io.aftercare.benchmark.report.Row;
import io.aftercare.benchmark.trial.Bench.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A hundred sales a request, beside a hundred sales a commit. */
public final class BatchTrial implements Trial {

  private static final int CONNECTIONS = 8;
  private static final int PER_REQUEST = 100;
  private static final double TARGET = 0.6;

  private final List<Double> posted = new ArrayList<>();
  private final List<Double> inTurn = new ArrayList<>();
  private final List<Double> atOnce = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Latency> latencies = new ArrayList<>();
  private long acknowledged;

  @Override
  public void measure(Bench bench) {
    House house = bench.house();
    bench.shops().open();
    long before = house.count("sales", "select count(*) from sale");
    int port = house.service("sales").port();
    try (HttpLoad load = new HttpLoad(port, CONNECTIONS, bench.shops().batches(PER_REQUEST))) {
      RawSales raw = warmUp(bench, load);
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        try (RestingRelay _ = RestingRelay.of(house, "sales")) {
          post(bench, load);
          inTurn.add(pgbench(bench, raw, "statement after statement", RawSales.hundredInTurn()));
          atOnce.add(pgbench(bench, raw, "in one statement", RawSales.hundredAtOnce()));
        }
        Outboxes.awaitEmpty(house, "sales");
      }
    }
    long stored = house.count("sales", "select count(*) from sale") - before;
    if (stored != acknowledged) {
      throw new Broken(
          "%,d sales were acknowledged and %,d are stored".formatted(acknowledged, stored));
    }
    addRow(bench);
  }

  private RawSales warmUp(Bench bench, HttpLoad load) {
    try (RestingRelay _ = RestingRelay.of(bench.house(), "sales")) {
      acknowledged += WarmUp.of(bench, "batches posted", load, 200) * PER_REQUEST;
      return RawSales.like(bench.house());
    }
  }

  private void post(Bench bench, HttpLoad load) {
    Pace pace = Pace.asFastAsItGoes(Duration.ofMillis(500), bench.plan().time());
    Watched<Measured> watched = bench.watch("sales", () -> load.run(pace));
    Measured measured = watched.result();
    double sales = measured.perSecond() * PER_REQUEST;
    acknowledged += measured.all(200) * PER_REQUEST;
    posted.add(sales);
    bench
        .report()
        .progress(
            "batch: %,.0f sales/s, p50 %.1f ms, p99 %.1f ms a request; cores: %s; µs each: %s",
            sales, measured.millis(50), measured.millis(99), watched.cores(), watched.cost(sales));
    if (posted.size() == bench.plan().rounds()) {
      latencies.add(
          new Latency("a request, at full load", measured.millis(50), measured.millis(99), 0));
      notes.add("processor time, µs a sale: " + watched.cost(sales));
    }
  }

  private double pgbench(Bench bench, RawSales raw, String how, String script) {
    RawSales.clear(bench.house());
    Pgbench program = new Pgbench(bench.house());
    int seconds = bench.plan().seconds();
    double sales =
        bench.watch("sales", () -> program.run("sales", script, raw.variables(), seconds)).result()
            * PER_REQUEST;
    bench.report().progress("batch: pgbench, 100 a commit, %s: %,.0f sales/s", how, sales);
    return sales;
  }

  private void addRow(Bench bench) {
    notes.add("the relay rests while this is measured");
    bench
        .report()
        .add(
            new Row(
                "ingest, 100 sales a request",
                "sales/s",
                new Figures(posted),
                List.of(
                    new Limit("pgbench, 100 statements a commit", new Figures(inTurn), TARGET),
                    new Limit("pgbench, one statement for 100 copies", new Figures(atOnce), 0)),
                latencies,
                notes));
  }
}
