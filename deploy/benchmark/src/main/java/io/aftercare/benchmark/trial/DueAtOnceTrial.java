package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Latency;
import io.aftercare.benchmark.report.Row;
import io.aftercare.benchmark.trial.Agents.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A million calls that fall due at the same moment, while agents claim before and after it. */
public final class DueAtOnceTrial implements Trial {

  private static final int AGENTS = 1_000;
  private static final int STEADY = 100_000;
  private static final int AT_ONCE = 1_000_000;
  private static final double PACE = 2_000;
  private static final double AT_MOST_TIMES_STEADY = 2;

  /** Time enough to write the million, and to claim for a while before they fall due. */
  private static final Duration AHEAD = Duration.ofSeconds(60);

  /** A connection that rests tells what it wrote up to ten seconds late. */
  private static final Duration UNTIL_COUNTED = Duration.ofSeconds(12);

  @Override
  public void measure(Bench bench) {
    FollowUp.open(bench);
    DueCalls calls = new DueCalls(bench.house());
    Instant moment = fill(bench, calls, AHEAD);
    Claims before = claim(bench, calls);
    sleepUntil(Instant.now().plus(UNTIL_COUNTED));
    long changes = calls.changes();
    sleepUntil(moment.plus(UNTIL_COUNTED));
    long written = calls.changes() - changes;
    Claims after = claim(bench, calls);
    bench
        .report()
        .progress(
            "due at once: p99 %.1f ms before, %.1f ms after; %,d rows written meanwhile",
            before.millis(99), after.millis(99), written);
    addRow(bench, before, after, written);
  }

  /** Writes all the calls; returns the moment when a million of them fall due, still to come. */
  private static Instant fill(Bench bench, DueCalls calls, Duration ahead) {
    calls.clear();
    calls.addDue(STEADY);
    Instant moment = Instant.now().plus(ahead);
    bench.report().progress("due at once: writing %,d calls due at %s", AT_ONCE, moment);
    calls.addDueAt(moment, AT_ONCE);
    claim(bench, calls);
    boolean isEarly =
        Instant.now()
            .plus(bench.plan().time())
            .plus(UNTIL_COUNTED.multipliedBy(2))
            .isBefore(moment);
    return isEarly ? moment : fill(bench, calls, ahead.multipliedBy(2));
  }

  private static Claims claim(Bench bench, DueCalls calls) {
    try (Agents agents = new Agents(bench, calls, AGENTS)) {
      return bench.watch(FollowUp.NAME, () -> agents.at(PACE, bench.plan().time())).result();
    }
  }

  private static void sleepUntil(Instant moment) {
    Waiting.until(
        "The moment comes",
        Duration.ofHours(1),
        Duration.ofMillis(100),
        () -> !Instant.now().isBefore(moment));
  }

  private static void addRow(Bench bench, Claims before, Claims after, long written) {
    bench
        .report()
        .add(
            new Row(
                "claim, a million due at once",
                "claims/s",
                Figures.of(after.perSecond()),
                List.of(),
                List.of(
                    new Latency(
                        "%,.0f claims/s, %,d due, before".formatted(PACE, STEADY),
                        before.millis(50),
                        before.millis(99),
                        0),
                    new Latency(
                        "%,.0f claims/s, after".formatted(PACE),
                        after.millis(50),
                        after.millis(99),
                        before.millis(99) * AT_MOST_TIMES_STEADY)),
                List.of("%,d rows were written for becoming due".formatted(written))));
  }
}
