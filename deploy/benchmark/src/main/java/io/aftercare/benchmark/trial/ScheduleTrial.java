package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.limit.RawCalls;
import io.aftercare.benchmark.load.HttpLoad;
import io.aftercare.benchmark.load.Pace;
import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Limit;
import io.aftercare.benchmark.report.Row;
import io.aftercare.benchmark.trial.Bench.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sales that wait in Kafka, planned by the running follow-up service, beside the same rows written
 * by SQL.
 */
public final class ScheduleTrial implements Trial {

  private static final int PER_REQUEST = 100;
  private static final int CONNECTIONS = 8;
  private static final double TARGET = 0.7;

  /** Rounds before those that count: the service compiles its code while it runs. */
  private static final int WARM_UPS = 3;

  private final List<Double> planned = new ArrayList<>();
  private final List<Double> written = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  @Override
  public void measure(Bench bench) {
    FollowUp.open(bench);
    for (int round = 1 - WARM_UPS; round <= bench.plan().rounds(); round++) {
      boolean counts = round > 0;
      String before = lastSale(bench.house());
      Planned result = plan(bench, before);
      long rows = RawCalls.stage(bench.house(), before);
      double raw = bench.watch(FollowUp.NAME, () -> RawCalls.write(bench.house(), rows)).result();
      double rate = rows / result.seconds();
      bench
          .report()
          .progress(
              "schedule%s: %,d sales, %,d calls: %,.0f calls/s (%,.0f sales/s); SQL %,.0f rows/s;"
                  + " µs a call: %s",
              counts ? "" : ", warming up",
              result.sales(),
              rows,
              rate,
              result.sales() / result.seconds(),
              raw,
              result.cost(rate));
      if (counts) {
        planned.add(rate);
        written.add(raw);
        notes.clear();
        notes.add("processor time, µs a call: " + result.cost(rate));
        notes.add("%,d sales made %,d calls".formatted(result.sales(), rows));
      }
    }
    addRow(bench);
  }

  private record Planned(long sales, Watched<Double> watched) {
    double seconds() {
      return watched.result();
    }

    String cost(double rate) {
      return watched.cost(rate);
    }
  }

  /** Lets sales pile up in Kafka while planning is held, then lets it go. */
  private static Planned plan(Bench bench, String before) {
    House house = bench.house();
    HeldPlanning held = new HeldPlanning(house);
    try {
      long sales = post(bench);
      Outboxes.awaitEmpty(house, "sales");
      Watched<Double> watched =
          bench.watch(
              FollowUp.NAME,
              () -> {
                long start = System.nanoTime();
                held.close();
                awaitPlanned(house, before, sales);
                return (System.nanoTime() - start) / 1e9;
              });
      return new Planned(sales, watched);
    } catch (Broken broken) {
      held.close();
      throw broken;
    }
  }

  private static long post(Bench bench) {
    int port = bench.house().service("sales").port();
    Duration time = bench.plan().time().dividedBy(2);
    try (HttpLoad load =
        new HttpLoad(port, CONNECTIONS, bench.shops().deservingBatches(PER_REQUEST))) {
      return load.run(Pace.asFastAsItGoes(Duration.ZERO, time)).all(200) * PER_REQUEST;
    }
  }

  private static String lastSale(House house) {
    return house.text(
        FollowUp.NAME,
        "select coalesce((select id from known_sale order by id desc limit 1),"
            + " '00000000-0000-0000-0000-000000000000')");
  }

  /** Sale ids grow with time, so that those after the last one known are the new ones. */
  private static void awaitPlanned(House house, String before, long sales) {
    String count = "select count(*) from known_sale where id > '%s'".formatted(before);
    Waiting.until(
        "Sales are planned",
        Duration.ofMinutes(5),
        Duration.ofMillis(100),
        () -> house.count(FollowUp.NAME, count) >= sales);
  }

  private void addRow(Bench bench) {
    notes.add("sales wait in Kafka before the clock starts; customers are known");
    bench
        .report()
        .add(
            new Row(
                "schedule, Kafka to call rows",
                "calls/s",
                new Figures(planned),
                List.of(
                    new Limit("the same rows by SQL, 500 a commit", new Figures(written), TARGET)),
                List.of(),
                notes));
  }
}
