package io.aftercare.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementTest {

  @ParameterizedTest(name = "{0} {1} -> {2} {3}")
  @CsvSource({
    "Mon, 2026-03-02, Thu, 2026-03-05",
    "Tue, 2026-03-03, Fri, 2026-03-06",
    "Wed, 2026-03-04, Mon, 2026-03-09",
    "Thu, 2026-03-05, Tue, 2026-03-10",
    "Fri, 2026-03-06, Wed, 2026-03-11",
    "Sat, 2026-03-07, Wed, 2026-03-11",
    "Sun, 2026-03-08, Wed, 2026-03-11",
    "Wed, 2025-12-31, Mon, 2026-01-05"
  })
  void threeWorkingDaysAfterTheDayItWasHeard(
      String weekday, LocalDate opened, String dueWeekday, LocalDate due) {
    assertThat(Acknowledgement.by(opened, 3)).isEqualTo(due);
  }

  @Test
  void atOnceWhenNoDaysAreGiven() {
    LocalDate saturday = LocalDate.parse("2026-03-07");

    assertThat(Acknowledgement.by(saturday, 0)).isEqualTo(saturday);
  }
}
