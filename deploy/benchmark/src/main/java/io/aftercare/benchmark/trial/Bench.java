package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.Plan;
import io.aftercare.benchmark.house.Cores;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.report.Report;
import java.util.Map;
import java.util.function.Supplier;

/** What a trial works with. */
public record Bench(House house, Plan plan, Report report, Shops shops) {

  /** More than this, of all cores, spent by strangers spoils a figure. */
  private static final double DISTURBING = 0.15;

  /**
   * A figure with what it cost.
   *
   * @param busy cores busy meanwhile, by who kept them busy
   */
  record Watched<T>(T result, Map<String, Double> busy) {

    String cores() {
      return Cores.describe(busy);
    }

    String cost(double itemsPerSecond) {
      return Cores.cost(busy, itemsPerSecond);
    }
  }

  /** Measures after the database has written what came before. */
  <T> Watched<T> watch(String service, Supplier<T> work) {
    house.settle(service);
    Cores before = house.cores();
    T result = work.get();
    Watched<T> watched = new Watched<>(result, house.cores().since(before));
    double others = watched.busy().getOrDefault(Cores.OTHERS, 0.0);
    if (others > DISTURBING) {
      report.disturbed(others);
    }
    return watched;
  }
}
