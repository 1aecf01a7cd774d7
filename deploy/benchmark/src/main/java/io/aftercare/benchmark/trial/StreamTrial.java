package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.house.Memory;
import io.aftercare.benchmark.load.SaleRequests;
import io.aftercare.benchmark.load.SaleStream;
import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Row;
import io.aftercare.benchmark.trial.Bench.Watched;
import java.util.List;

/** A million sales in one request, and the memory that the service needs for them. */
public final class StreamTrial implements Trial {

  private static final int LINES = 1_000_000;
  private static final int WARM_UP = 100_000;

  @Override
  public void measure(Bench bench) {
    House house = bench.house();
    bench.shops().open();
    SaleStream stream =
        new SaleStream(
            house.service("sales").port(),
            house.tokens().till(SaleRequests.store(0)),
            bench.shops().sales());
    stream.send(WARM_UP);
    long before = house.count("sales", "select count(*) from sale");
    double warm = Memory.megabytes(house.service("sales").pid());
    Watched<Double> watched;
    double peak;
    try (Memory memory = Memory.watch(house.service("sales").pid())) {
      watched = bench.watch("sales", () -> LINES / stream.send(LINES));
      peak = memory.peak();
    }
    long stored = house.count("sales", "select count(*) from sale") - before;
    if (stored != LINES) {
      throw new Broken("%,d sales were answered and %,d are stored".formatted(LINES, stored));
    }
    bench.report().progress("stream: %,.0f sales/s; cores: %s", watched.result(), watched.cores());
    Outboxes.awaitEmpty(house, "sales");
    bench
        .report()
        .add(
            new Row(
                "ingest, 1,000,000 sales in one stream",
                "sales/s",
                Figures.of(watched.result()),
                List.of(),
                List.of(),
                List.of(
                    "resident memory of the service: %.0f MB after %,d lines, at most %.0f MB in the million after them"
                        .formatted(warm, WARM_UP, peak),
                    "one till, one connection; the relay sends meanwhile")));
  }
}
