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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One sale a request, beside one statement a sale and beside the same request storing nothing. */
public final class IngestTrial implements Trial {

  private static final int CONNECTIONS = 256;
  private static final double OF_PGBENCH = 1.0;
  private static final double OF_NOTHING = 0.7;
  private static final double P99_AT_HALF_LOAD = 15;

  private final List<Double> alone = new ArrayList<>();
  private final List<Double> pgbench = new ArrayList<>();
  private final List<Double> nothing = new ArrayList<>();
  private final List<Double> relayed = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> costs = new LinkedHashMap<>();
  private final List<Latency> latencies = new ArrayList<>();
  private long acknowledged;

  @Override
  public void measure(Bench bench) {
    House house = bench.house();
    bench.shops().open();
    long before = stored(house);
    int port = house.service("sales").port();
    try (HttpLoad load = new HttpLoad(port, CONNECTIONS, bench.shops().sales());
        HttpLoad refused = new HttpLoad(port, CONNECTIONS, bench.shops().refusedSales())) {
      RawSales raw = warmUp(bench, load, refused);
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        withRestingRelay(bench, load, raw);
        Outboxes.awaitEmpty(house, "sales");
        nothing.add(post(bench, refused, "sales refused, nothing stored").perSecond());
        withRelay(bench, load);
      }
      halfLoad(bench, load);
    }
    checkNothingIsLost(house, before);
    addRows(bench);
  }

  private RawSales warmUp(Bench bench, HttpLoad load, HttpLoad refused) {
    try (RestingRelay _ = RestingRelay.of(bench.house(), "sales")) {
      acknowledged += WarmUp.of(bench, "sales posted", load, 201);
      WarmUp.of(bench, "sales refused", refused, 400);
      return RawSales.like(bench.house());
    }
  }

  private void withRestingRelay(Bench bench, HttpLoad load, RawSales raw) {
    try (RestingRelay _ = RestingRelay.of(bench.house(), "sales")) {
      Measured measured = post(bench, load, "sales posted, relay resting");
      alone.add(measured.perSecond());
      acknowledged += measured.all(201);
      if (alone.size() == bench.plan().rounds()) {
        latencies.add(
            new Latency(
                "at full load, relay resting", measured.millis(50), measured.millis(99), 0));
      }
      Pgbench program = new Pgbench(bench.house());
      int seconds = bench.plan().seconds();
      Watched<Double> rate =
          bench.watch(
              "sales", () -> program.run("sales", RawSales.one(), raw.variables(), seconds));
      bench
          .report()
          .progress(
              "ingest: pgbench, one statement a sale: %,.0f/s; cores: %s; µs each: %s",
              rate.result(), rate.cores(), rate.cost(rate.result()));
      costs.put("pgbench", rate.cost(rate.result()));
      pgbench.add(rate.result());
    }
  }

  private void withRelay(Bench bench, HttpLoad load) {
    Measured measured = post(bench, load, "sales posted, relay sending");
    relayed.add(measured.perSecond());
    acknowledged += measured.all(201);
    long waiting = Outboxes.awaitEmpty(bench.house(), "sales");
    bench.report().progress("ingest: %,d events waited when the load ended", waiting);
  }

  private Measured post(Bench bench, HttpLoad load, String what) {
    Pace pace = Pace.asFastAsItGoes(Duration.ofMillis(500), bench.plan().time());
    Watched<Measured> watched = bench.watch("sales", () -> load.run(pace));
    Measured measured = watched.result();
    String cost = watched.cost(measured.perSecond());
    bench
        .report()
        .progress(
            "ingest: %s: %,.0f/s, p50 %.1f ms, p99 %.1f ms; cores: %s; µs each: %s",
            what,
            measured.perSecond(),
            measured.millis(50),
            measured.millis(99),
            watched.cores(),
            cost);
    costs.put(what, cost);
    return measured;
  }

  private void halfLoad(Bench bench, HttpLoad load) {
    double half = new Figures(alone).median() / 2;
    Pace pace = new Pace(half, Duration.ofSeconds(1), bench.plan().time());
    Measured measured = bench.watch("sales", () -> load.run(pace)).result();
    acknowledged += measured.all(201);
    Latency latency =
        new Latency(
            "at half load, %,.0f/s, relay sending".formatted(half),
            measured.millis(50),
            measured.millis(99),
            P99_AT_HALF_LOAD);
    bench
        .report()
        .progress(
            "ingest %s: p50 %.1f ms, p99 %.1f ms", latency.load(), latency.p50(), latency.p99());
    latencies.add(latency);
  }

  private void checkNothingIsLost(House house, long before) {
    long stored = stored(house) - before;
    if (stored != acknowledged) {
      throw new Broken(
          "%,d sales were acknowledged and %,d are stored".formatted(acknowledged, stored));
    }
    Outboxes.awaitEmpty(house, "sales");
  }

  private static long stored(House house) {
    return house.count("sales", "select count(*) from sale");
  }

  private void addRows(Bench bench) {
    costs.forEach(
        (what, cost) -> notes.add("processor time, µs a sale, %s: %s".formatted(what, cost)));
    notes.add(
        "storing nothing: sales of five days ahead, refused at the last check before storing");
    bench
        .report()
        .add(
            new Row(
                "ingest, one sale a request",
                "sales/s",
                new Figures(alone),
                List.of(
                    new Limit(
                        "pgbench, one statement a sale, 16 clients",
                        new Figures(pgbench),
                        OF_PGBENCH),
                    new Limit(
                        "the same endpoint storing nothing", new Figures(nothing), OF_NOTHING),
                    new Limit("itself while the relay sends", new Figures(relayed), 0)),
                latencies,
                notes));
  }
}
