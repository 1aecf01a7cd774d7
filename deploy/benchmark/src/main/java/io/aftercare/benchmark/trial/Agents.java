package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.load.ClaimRequests;
import io.aftercare.benchmark.load.HttpLoad;
import io.aftercare.benchmark.load.Measured;
import io.aftercare.benchmark.load.Pace;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** A number of agents at their desks, who claim over HTTP; what they hold is finished by SQL. */
final class Agents implements AutoCloseable {

  private static final Duration FINISHED_EVERY = Duration.ofMillis(50);

  /** Claims of each agent before time counts: agents keep their connections all day. */
  private static final int SETTLING = 5;

  private final DueCalls calls;
  private final ClaimRequests requests;
  private final HttpLoad load;

  Agents(Bench bench, DueCalls calls, int agents) {
    this.calls = calls;
    this.requests = new ClaimRequests(bench.house().tokens(), agents, true);
    this.load = new HttpLoad(bench.house().service(FollowUp.NAME).port(), agents, requests);
  }

  /**
   * Claims of some rounds.
   *
   * @param perSecond claims in the time that claiming took
   */
  record Claims(long claims, double perSecond, Histogram micros) {

    double millis(double percentile) {
      return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
  }

  /**
   * Round after round every agent claims once, all at the same moment; only that is timed, and not
   * the first rounds.
   */
  Claims inRounds(Duration time, long atMost) {
    for (int round = 0; round < SETTLING; round++) {
      round();
    }
    Histogram micros = new Histogram(120_000_000, 3);
    double seconds = 0;
    long claims = 0;
    while (seconds < time.toNanos() / 1e9 && claims < atMost) {
      Measured round = round();
      seconds += round.seconds();
      claims += round.requests();
      micros.add(round.micros());
    }
    if (requests.again() > 0) {
      throw new Broken("A finished call was given again, %d times".formatted(requests.again()));
    }
    return new Claims(claims, claims / seconds, micros);
  }

  private Measured round() {
    Measured round = load.oneEach();
    int held = calls.finish();
    if (held != round.requests()) {
      throw new Broken(
          "%d agents were given a call and %d calls are held".formatted(round.requests(), held));
    }
    return round;
  }

  /**
   * Agents claim at this rate over all, one after the other; meanwhile their calls are finished.
   */
  Claims at(double perSecond, Duration time) {
    try (var finisher = Executors.newSingleThreadScheduledExecutor()) {
      long every = FINISHED_EVERY.toMillis();
      Future<?> finishing =
          finisher.scheduleWithFixedDelay(calls::finish, every, every, TimeUnit.MILLISECONDS);
      Measured measured = load.run(new Pace(perSecond, Duration.ofSeconds(1), time));
      if (finishing.isDone()) {
        throw new Broken("Held calls could not be finished", finishing.exceptionNow());
      }
      finishing.cancel(false);
      finisher.shutdown();
      calls.finish();
      return new Claims(measured.requests(), measured.perSecond(), measured.micros());
    }
  }

  @Override
  public void close() {
    load.close();
  }
}
