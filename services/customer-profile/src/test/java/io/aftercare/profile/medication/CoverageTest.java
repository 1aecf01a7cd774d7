package io.aftercare.profile.medication;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.profile.medication.Coverage.Supply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final long SEED = 20260407;
  private static final int CASES = 200_000;
  private static final LocalDate MARCH_1 = LocalDate.parse("2026-03-01");

  @Test
  void a_supply_covers_its_days() {
    Coverage coverage = of(MARCH_1, MARCH_1.plusDays(39), new Supply(MARCH_1, 30));

    assertThat(coverage).isEqualTo(new Coverage(30, 40, MARCH_1.plusDays(30), 0, 0));
    assertThat(coverage.pdc()).isEqualTo(75);
  }

  @Test
  void an_early_refill_begins_when_the_supply_before_it_ends() {
    Coverage coverage =
        of(
            MARCH_1,
            MARCH_1.plusDays(59),
            new Supply(MARCH_1, 30),
            new Supply(MARCH_1.plusDays(20), 30));

    assertThat(coverage).isEqualTo(new Coverage(60, 60, MARCH_1.plusDays(60), 1, 0));
  }

  @Test
  void a_refill_on_the_very_day_is_neither_early_nor_late() {
    Coverage coverage =
        of(
            MARCH_1,
            MARCH_1.plusDays(59),
            new Supply(MARCH_1, 30),
            new Supply(MARCH_1.plusDays(30), 30));

    assertThat(coverage).isEqualTo(new Coverage(60, 60, MARCH_1.plusDays(60), 0, 0));
  }

  @Test
  void days_between_a_supply_and_a_late_refill_are_not_covered() {
    Coverage coverage =
        of(
            MARCH_1,
            MARCH_1.plusDays(69),
            new Supply(MARCH_1, 30),
            new Supply(MARCH_1.plusDays(40), 30));

    assertThat(coverage).isEqualTo(new Coverage(60, 70, MARCH_1.plusDays(70), 0, 1));
  }

  @Test
  void the_period_begins_no_earlier_than_the_first_supply() {
    Coverage coverage = of(MARCH_1.minusDays(100), MARCH_1.plusDays(9), new Supply(MARCH_1, 30));

    assertThat(coverage.daysInPeriod()).isEqualTo(10);
    assertThat(coverage.pdc()).isEqualTo(100);
  }

  @Test
  void what_is_left_from_before_the_period_counts_in_it() {
    Coverage coverage = of(MARCH_1, MARCH_1.plusDays(19), new Supply(MARCH_1.minusDays(20), 30));

    assertThat(coverage.daysCovered()).isEqualTo(10);
    assertThat(coverage.pdc()).isEqualTo(50);
  }

  @Test
  void just_below_eighty_percent_is_not_rounded_up() {
    assertThat(Coverage.pdc(799, 1000)).isEqualTo(79);
    assertThat(Coverage.pdc(800, 1000)).isEqualTo(80);
  }

  @Test
  void without_supply_there_is_no_coverage() {
    assertThat(Coverage.of(List.of(), MARCH_1, MARCH_1)).isNull();
    assertThat(Coverage.of(List.of(new Supply(MARCH_1, 0)), MARCH_1, MARCH_1)).isNull();
  }

  /**
   * Against somebody who takes one dose a day from what is in the cupboard: seeded cases of up to
   * ten supplies in any order, over periods that begin before, among and after them.
   */
  @Test
  void it_is_what_taking_a_dose_a_day_would_give() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int number = 0; number < CASES; number++) {
      List<Supply> supplies = new ArrayList<>();
      for (int i = random.nextInt(1, 11); i > 0; i--) {
        supplies.add(new Supply(MARCH_1.plusDays(random.nextInt(300)), random.nextInt(1, 91)));
      }
      LocalDate from = MARCH_1.plusDays(random.nextInt(-60, 360));
      LocalDate to = from.plusDays(random.nextInt(1, 400));

      assertThat(Coverage.of(supplies, from, to))
          .as("case %d: %s from %s to %s", number, supplies, from, to)
          .isEqualTo(dayByDay(supplies, from, to));
    }
  }

  private static Coverage dayByDay(List<Supply> supplies, LocalDate from, LocalDate to) {
    LocalDate first = supplies.stream().map(Supply::on).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = supplies.stream().map(Supply::on).max(LocalDate::compareTo).orElseThrow();
    int cupboard = 0;
    int covered = 0;
    int period = 0;
    int early = 0;
    int late = 0;
    boolean ranOut = false;
    LocalDate day = first;
    LocalDate empty = null;
    while (empty == null || !day.isAfter(to)) {
      int fetched = fetched(supplies, day);
      if (fetched > 0) {
        early += cupboard > 0 ? 1 : 0;
        late += ranOut ? 1 : 0;
      }
      cupboard += fetched;
      boolean inPeriod = !day.isBefore(from) && !day.isAfter(to);
      period += inPeriod ? 1 : 0;
      covered += inPeriod && cupboard > 0 ? 1 : 0;
      ranOut = cupboard == 0;
      cupboard = Math.max(0, cupboard - 1);
      if (empty == null && ranOut && day.isAfter(last)) {
        empty = day;
      }
      day = day.plusDays(1);
    }
    return new Coverage(covered, period, empty, early, late);
  }

  private static int fetched(List<Supply> supplies, LocalDate day) {
    return supplies.stream().filter(supply -> supply.on().equals(day)).mapToInt(Supply::days).sum();
  }

  private static Coverage of(LocalDate from, LocalDate to, Supply... supplies) {
    return Coverage.of(List.of(supplies), from, to);
  }
}
