package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.Plan;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.report.Report;

/** One path, or several that share their preparation, measured beside its raw limits. */
public interface Trial {

  /** What it works with. */
  record Bench(House house, Plan plan, Report report, Shops shops) {}

  /**
   * Measures and adds its rows to the report.
   *
   * @throws io.aftercare.benchmark.house.Broken when something is wrong beyond being slow
   */
  void measure(Bench bench);
}
