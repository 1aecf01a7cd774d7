package io.aftercare.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitTest {

  private static final Limit LIMIT = new Limit("pgbench", Figures.of(90, 110, 100), 0.6);

  @Test
  void the_median_of_the_rounds_counts() {
    assertThat(Figures.of(3, 1, 100).median()).isEqualTo(3);
    assertThat(Figures.of(1, 2, 3, 100).median()).isEqualTo(2.5);
  }

  @Test
  void a_target_is_met_from_its_share_upwards() {
    assertThat(LIMIT.verdict(Figures.of(60)).text()).isEqualTo("met");
    assertThat(LIMIT.verdict(Figures.of(130)).isMissed()).isFalse();
  }

  @Test
  void a_missed_target_says_by_how_much() {
    Verdict verdict = LIMIT.verdict(Figures.of(45));
    assertThat(verdict.isMissed()).isTrue();
    assertThat(verdict.text()).isEqualTo("missed by 15 points");
  }

  @Test
  void without_a_target_nothing_is_judged() {
    assertThat(new Limit("itself", Figures.of(100), 0).verdict(Figures.of(1)))
        .isEqualTo(Verdict.NONE);
    assertThat(new Latency("at full load", 10, 1_000, 0).verdict()).isEqualTo(Verdict.NONE);
  }

  @Test
  void a_latency_is_judged_by_its_p99() {
    assertThat(new Latency("at half load", 3, 14.9, 15).verdict().isMissed()).isFalse();
    assertThat(new Latency("at half load", 3, 17.5, 15).verdict().text())
        .isEqualTo("missed by 2.5 ms");
  }
}
