package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.load.HttpLoad;
import io.aftercare.benchmark.load.Measured;
import io.aftercare.benchmark.load.Pace;
import java.time.Duration;

/** Load until the service has become as fast as it will be: its code is compiled while it runs. */
final class WarmUp {

  private static final Duration SLICE = Duration.ofSeconds(3);

  /** It goes on as long as it makes the service faster by more than this, four times in a row. */
  private static final double STEADY = 1.05;

  private WarmUp() {}

  /**
   * @param status of a good answer
   * @return how many such answers there were
   */
  static long of(Bench bench, String what, HttpLoad load, int status) {
    long answered = 0;
    double best = 0;
    int steady = 0;
    Duration spent = Duration.ZERO;
    while (steady < 4 && spent.compareTo(bench.plan().warmUp()) < 0) {
      Measured slice = load.run(Pace.asFastAsItGoes(Duration.ZERO, SLICE));
      answered += slice.all(status);
      steady = slice.perSecond() > best * STEADY ? 0 : steady + 1;
      best = Math.max(best, slice.perSecond());
      spent = spent.plus(SLICE);
    }
    bench.report().progress("warm after %d s: %s, %,.0f requests/s", spent.toSeconds(), what, best);
    return answered;
  }
}
