package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.limit.RawClaims;
import io.aftercare.benchmark.load.ClaimRequests;
import io.aftercare.benchmark.load.HttpLoad;
import io.aftercare.benchmark.load.Pace;
import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Latency;
import io.aftercare.benchmark.report.Limit;
import io.aftercare.benchmark.report.Row;
import io.aftercare.benchmark.trial.Agents.Claims;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Agents who claim over HTTP, beside one claimer in SQL and beside claims when nothing is due. */
public final class ClaimTrial implements Trial {

  private static final List<Integer> CROWDS = List.of(1, 32, 200, 1_000);
  private static final int ALL = 1_000;
  private static final double OF_SQL = 0.6;
  private static final double OF_ITSELF = 0.95;
  private static final double PACE = 2_000;
  private static final double P99_AT_PACE = 10;

  /** At most this part of what is due is claimed in a round, so that the queue keeps its size. */
  private static final int PART = 5;

  private final List<Double> nothingDue = new ArrayList<>();

  /** What lies in the queue. */
  private record Queue(int due, int future) {
    @Override
    public String toString() {
      return "%,d due%s".formatted(due, future == 0 ? "" : ", %,d future".formatted(future));
    }
  }

  /** What a number of agents did. */
  private record Crowd(int agents, List<Double> rates, List<Latency> latencies) {}

  @Override
  public void measure(Bench bench) {
    FollowUp.open(bench);
    DueCalls calls = new DueCalls(bench.house());
    int many = bench.plan().isFull() ? 10_000_000 : 1_000_000;
    int future = bench.plan().isFull() ? many : 5 * many;
    warmUp(bench, calls);
    nothingDue(bench, calls);
    fill(bench, calls, 100_000);
    measure(bench, calls, new Queue(100_000, 0), CROWDS);
    fill(bench, calls, many);
    List<Double> without = measure(bench, calls, new Queue(many, 0), List.of(ALL));
    bench.report().progress("claim: adding %,d future calls", future);
    calls.addFuture(future);
    List<Double> with = measure(bench, calls, new Queue(many, future), CROWDS);
    addRowOfFuture(bench, new Queue(many, future), without, with);
  }

  private static void warmUp(Bench bench, DueCalls calls) {
    fill(bench, calls, 200_000);
    try (Agents agents = new Agents(bench, calls, 200)) {
      double best = 0;
      int steady = 0;
      for (int slice = 0; slice < 30 && steady < 4; slice++) {
        double rate = agents.inRounds(Duration.ofSeconds(2), 10_000).perSecond();
        steady = rate > best * 1.05 ? 0 : steady + 1;
        best = Math.max(best, rate);
      }
      bench.report().progress("warm: 200 agents claim %,.0f/s", best);
    }
  }

  private static void fill(Bench bench, DueCalls calls, int due) {
    bench.report().progress("claim: filling the queue with %,d due calls", due);
    calls.clear();
    calls.addDue(due);
  }

  private void nothingDue(Bench bench, DueCalls calls) {
    calls.clear();
    int port = bench.house().service(FollowUp.NAME).port();
    try (HttpLoad load =
        new HttpLoad(port, 200, new ClaimRequests(bench.house().tokens(), 200, false))) {
      Pace pace = Pace.asFastAsItGoes(Duration.ofSeconds(2), bench.plan().time());
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        nothingDue.add(bench.watch(FollowUp.NAME, () -> load.run(pace)).result().perSecond());
        bench.report().progress("claim, nothing due: %,.0f/s", nothingDue.getLast());
      }
    }
  }

  /** Adds a row for each crowd; returns the rates of the last one. */
  private List<Double> measure(Bench bench, DueCalls calls, Queue queue, List<Integer> agents) {
    List<Crowd> crowds =
        agents.stream()
            .map(number -> new Crowd(number, new ArrayList<>(), new ArrayList<>()))
            .toList();
    List<Double> sql = new ArrayList<>();
    Duration time = bench.plan().time().dividedBy(2);
    long atMost = queue.due() / PART / (crowds.size() + 1);
    for (int round = 1; round <= bench.plan().rounds(); round++) {
      calls.fillUpTo(queue.due());
      crowds.forEach(crowd -> claim(bench, calls, queue, crowd, time, atMost));
      sql.add(
          bench.watch(FollowUp.NAME, () -> RawClaims.claim(bench.house(), time, atMost)).result());
      bench.report().progress("claim, %s, one claimer in SQL: %,.0f/s", queue, sql.getLast());
    }
    for (Crowd crowd : crowds) {
      if (crowd.agents() == ALL) {
        crowd.latencies().add(paced(bench, calls));
      }
      addRow(bench, queue, crowd, sql);
    }
    return crowds.getLast().rates();
  }

  private static void claim(
      Bench bench, DueCalls calls, Queue queue, Crowd crowd, Duration time, long atMost) {
    try (Agents agents = new Agents(bench, calls, crowd.agents())) {
      var watched =
          bench.watch(FollowUp.NAME, () -> agents.inRounds(time, Math.max(atMost, crowd.agents())));
      Claims claims = watched.result();
      crowd.rates().add(claims.perSecond());
      crowd.latencies().clear();
      crowd
          .latencies()
          .add(new Latency("all at the same moment", claims.millis(50), claims.millis(99), 0));
      bench
          .report()
          .progress(
              "claim, %s, %,d agents: %,.0f/s (%,d claims), p50 %.1f ms, p99 %.1f ms; cores: %s",
              queue,
              crowd.agents(),
              claims.perSecond(),
              claims.claims(),
              claims.millis(50),
              claims.millis(99),
              watched.cores());
    }
  }

  private static Latency paced(Bench bench, DueCalls calls) {
    try (Agents agents = new Agents(bench, calls, ALL)) {
      Claims claims =
          bench.watch(FollowUp.NAME, () -> agents.at(PACE, bench.plan().time())).result();
      return new Latency(
          "at %,.0f claims/s".formatted(PACE), claims.millis(50), claims.millis(99), P99_AT_PACE);
    }
  }

  private void addRow(Bench bench, Queue queue, Crowd crowd, List<Double> sql) {
    double target = crowd.agents() == ALL ? OF_SQL : 0;
    bench
        .report()
        .add(
            new Row(
                "claim, %,d agents, %s".formatted(crowd.agents(), queue),
                "claims/s",
                new Figures(crowd.rates()),
                List.of(
                    new Limit("one claimer in SQL, 200 at a time", new Figures(sql), target),
                    new Limit("200 agents, nothing due (204)", new Figures(nothingDue), 0)),
                crowd.latencies(),
                List.of(
                    "every agent claims once, all at the same moment, round after round; held calls"
                        + " are finished by SQL between the rounds, untimed; none was given twice")));
  }

  private static void addRowOfFuture(
      Bench bench, Queue queue, List<Double> without, List<Double> with) {
    bench
        .report()
        .add(
            new Row(
                "claim, %,d agents, %s".formatted(ALL, queue),
                "claims/s",
                new Figures(with),
                List.of(new Limit("itself without future calls", new Figures(without), OF_ITSELF)),
                List.of(),
                List.of()));
  }
}
