package io.aftercare.benchmark.report;

/**
 * What the machine could do at best, measured in turns with the path.
 *
 * @param target the share of it that the path should reach; 0 where it is shown for comparison only
 */
public record Limit(String name, Figures figures, double target) {

  /** The share that was reached. */
  double ratio(Figures measured) {
    return measured.median() / figures.median();
  }

  Verdict verdict(Figures measured) {
    if (target == 0) {
      return Verdict.NONE;
    }
    double missing = target - ratio(measured);
    return missing <= 0
        ? Verdict.met()
        : Verdict.missed("by %.0f points".formatted(Math.ceil(missing * 100)));
  }
}
