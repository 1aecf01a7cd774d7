package io.aftercare.benchmark.trial;

/** One path, or several that share their preparation, measured beside its raw limits. */
public interface Trial {

  /**
   * Measures and adds its rows to the report.
   *
   * @throws io.aftercare.benchmark.house.Broken when something is wrong beyond being slow
   */
  void measure(Bench bench);
}
