package io.aftercare.followup.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aftercare.followup.supervision.ErlangC.ServiceLevel;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values that others have published. */
class ErlangCTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final ServiceLevel USUAL = new ServiceLevel(0.80, Duration.ofSeconds(20), 0.85);

  /** Koole, Call Center Optimization (2013), chapter on the Erlang C model: 5 erlangs, 7 agents. */
  @Test
  void five_erlangs_and_seven_agents_let_about_a_third_wait() {
    assertThat(new ErlangC(5, Duration.ofMinutes(5)).waiting(7)).isCloseTo(0.324, within(0.0005));
  }

  /**
   * Tanner, The Call Centre Simulator: the Erlang-C formula, worked example of 360 calls in half an
   * hour, four minutes each, 55 agents and a target of 15 seconds.
   */
  @Test
  void the_worked_example_of_360_calls_in_half_an_hour() {
    ErlangC queue = ErlangC.of(720, Duration.ofMinutes(4));

    assertThat(queue.traffic()).isCloseTo(48, within(1e-9));
    assertThat(queue.occupancy(55)).isCloseTo(0.873, within(0.0005));
    assertThat(queue.waiting(55)).isCloseTo(0.239, within(0.0005));
    assertThat(queue.withinTarget(55, Duration.ofSeconds(15))).isCloseTo(0.846, within(0.0005));
  }

  /** Call Centre Helper, Erlang C formula made simple: 100 calls in half an hour, three minutes. */
  @ParameterizedTest
  @CsvSource({
    "11, 0.682, 0.390",
    "12, 0.449, 0.640",
    "13, 0.285, 0.796",
    "14, 0.174, 0.888",
    "15, 0.102, 0.941"
  })
  void the_table_of_ten_erlangs(int agents, double waiting, double inTime) {
    ErlangC queue = ErlangC.of(200, Duration.ofMinutes(3));

    assertThat(queue.waiting(agents)).isCloseTo(waiting, within(0.0005));
    assertThat(queue.withinTarget(agents, Duration.ofSeconds(20)))
        .isCloseTo(inTime, within(0.0005));
  }

  @Test
  void ten_erlangs_need_fourteen_agents_for_eighty_in_twenty() {
    assertThat(ErlangC.of(200, Duration.ofMinutes(3)).agents(USUAL)).isEqualTo(14);
  }

  /**
   * The offered load at which one call in a hundred finds all lines busy, as tables of Erlang's
   * loss formula give it; loss and delay are bound to each other, B = C·(n − a) / (n − a·C).
   */
  @ParameterizedTest
  @CsvSource({"1, 0.0101", "2, 0.153", "5, 1.36", "10, 4.46", "20, 12.0", "50, 37.9", "100, 84.1"})
  void the_loss_table_of_one_in_a_hundred(int lines, double load) {
    double delay = new ErlangC(load, SECOND).waiting(lines);
    double loss = delay * (lines - load) / (lines - load * delay);

    assertThat(loss).isCloseTo(0.01, within(0.0003));
  }

  @Test
  void a_large_centre_is_bound_by_how_busy_agents_may_be() {
    ErlangC queue = new ErlangC(1_000, Duration.ofMinutes(5));
    int agents = queue.agents(USUAL);

    assertThat(queue.occupancy(agents)).isLessThanOrEqualTo(0.85);
    assertThat(queue.occupancy(agents - 1)).isGreaterThan(0.85);
    assertThat(queue.withinTarget(agents, USUAL.target())).isGreaterThan(0.999);
  }

  @Test
  void agents_who_never_catch_up_let_everybody_wait() {
    ErlangC queue = new ErlangC(10, SECOND);

    assertThat(queue.waiting(10)).isEqualTo(1);
    assertThat(queue.withinTarget(10, Duration.ofHours(1))).isZero();
  }

  @Test
  void no_calls_need_no_agents_and_few_need_one_more_than_none() {
    assertThat(new ErlangC(0, SECOND).agents(USUAL)).isZero();
    assertThat(ErlangC.of(0.1, Duration.ofMinutes(5)).agents(USUAL)).isEqualTo(1);
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> new ErlangC(-1, SECOND)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ErlangC(Double.NaN, SECOND))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ErlangC(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ServiceLevel(1, SECOND, 0.8))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
