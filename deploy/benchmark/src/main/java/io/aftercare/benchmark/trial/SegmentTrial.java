package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.load.HttpLoad;
import io.aftercare.benchmark.load.Measured;
import io.aftercare.benchmark.load.Pace;
import io.aftercare.benchmark.load.PreviewRequests;
import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Latency;
import io.aftercare.benchmark.report.Limit;
import io.aftercare.benchmark.report.Row;
import io.aftercare.benchmark.trial.Bench.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many of a million customers a rule of five conditions takes in, beside the same in SQL. */
public final class SegmentTrial implements Trial {

  private static final String PROFILE = "customer-profile";
  private static final int CUSTOMERS = 1_000_000;
  private static final int CONNECTIONS = 4;
  private static final double PACE = 10;
  private static final double P99_TARGET = 50;

  private static final String FILL =
      """
      insert into customer_facts (customer_id, active, birth_month, store_id, languages, consents, visits,
        visits_in_year, last_visit, return_days, spend_in_year, currency, pdc, long_term_on, medicines, changed_in)
      select gen_random_uuid(), true, date '1935-01-01' + (n %% 900) * interval '1 month', 'bench-' || n %% 64,
        (array['en', 'en', 'es,en', 'zh-Hans,en'])[1 + n %% 4], (array['', 'CARE_CALLS/CALL=GIVEN'])[1 + n %% 2],
        1 + n %% 30, n %% 14, current_date - n %% 400, n %% 200, n %% 2000, 'USD', n %% 101, current_date - n %% 400,
        'C09AA0' || n %% 9 || '=' || current_date - n %% 360 || ' A10BA02=' || current_date - n %% 300,
        pg_current_xact_id()
      from generate_series(1, %d) n
      """;

  private static final String IN_SQL =
      """
      select count(*) from customer_facts where active and birth_month <= current_date - interval '30 years'
        and languages ~ '(^|,)(en|es)' and last_visit >= current_date - 210 and pdc < 89 and medicines ~ '(^| )C'
      """;

  private final List<Double> counted = new ArrayList<>();
  private final List<Double> inSql = new ArrayList<>();

  @Override
  public void measure(Bench bench) {
    House house = bench.house();
    int port = house.service(PROFILE).port();
    bench.report().progress("segments: writing the facts of %,d customers", CUSTOMERS);
    house.sql(PROFILE, FILL.formatted(CUSTOMERS), "vacuum analyze customer_facts");
    try (HttpLoad load = new HttpLoad(port, CONNECTIONS, new PreviewRequests(house.tokens()))) {
      WarmUp.of(bench, "rules counted", load, 200);
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        Pace pace = Pace.asFastAsItGoes(Duration.ofMillis(500), bench.plan().time());
        counted.add(bench.watch(PROFILE, () -> load.run(pace)).result().perSecond());
        inSql.add(countInSql(bench));
      }
      Pace pace = new Pace(PACE, Duration.ofSeconds(2), bench.plan().time().multipliedBy(5));
      addRow(bench, bench.watch(PROFILE, () -> load.run(pace)));
    }
  }

  /** Counts a second, one after the other. */
  private static double countInSql(Bench bench) {
    House house = bench.house();
    long end = System.nanoTime() + bench.plan().time().toNanos();
    long start = System.nanoTime();
    int counts = 0;
    while (System.nanoTime() < end) {
      house.count(PROFILE, IN_SQL);
      counts++;
    }
    return counts / ((System.nanoTime() - start) / 1e9);
  }

  private void addRow(Bench bench, Watched<Measured> watched) {
    Measured measured = watched.result();
    Latency latency =
        new Latency(
            "%,.0f rules a second".formatted(PACE),
            measured.millis(50),
            measured.millis(99),
            P99_TARGET);
    bench.report().progress("segments: p50 %.1f ms, p99 %.1f ms", latency.p50(), latency.p99());
    bench
        .report()
        .add(
            new Row(
                "count of a rule of five conditions, a million customers",
                "rules/s",
                new Figures(counted),
                List.of(new Limit("the same count in SQL, one at a time", new Figures(inSql), 0)),
                List.of(latency),
                List.of("processor time, µs a rule: " + watched.cost(PACE))));
  }
}
