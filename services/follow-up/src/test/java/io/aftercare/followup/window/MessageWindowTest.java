package io.aftercare.followup.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageWindowTest {

  private static MessageWindow in(String zone) {
    return new MessageWindow(LocalTime.of(9, 0), LocalTime.of(20, 0), ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T08:59:59, 2026-03-10T09:00",
    "2026-03-10T09:00:00, 2026-03-10T09:00",
    "2026-03-10T19:59:59, 2026-03-10T19:59:59",
    "2026-03-10T20:00:00, 2026-03-11T09:00",
    "2026-03-14T23:00:00, 2026-03-15T09:00"
  })
  void the_first_moment_in_the_hours_of_any_day(String local, String due) {
    ZoneId bangkok = ZoneId.of("Asia/Bangkok");
    Instant earliest = java.time.LocalDateTime.parse(local).atZone(bangkok).toInstant();

    assertThat(in("Asia/Bangkok").atOrAfter(earliest, "test").dueAt())
        .isEqualTo(java.time.LocalDateTime.parse(due).atZone(bangkok).toInstant());
  }

  @Test
  void a_date_that_a_country_skipped_leads_to_the_next() {
    Slot slot = in("Pacific/Apia").on(LocalDate.of(2011, 12, 30), "test");

    assertThat(slot.date()).isEqualTo(LocalDate.of(2011, 12, 31));
    assertThat(slot.dueAt().isBefore(slot.closesAt())).isTrue();
  }

  @Test
  void it_is_explained_in_words() {
    assertThat(in("Asia/Shanghai").on(LocalDate.of(2026, 3, 10), "birthday").explained())
        .isEqualTo("birthday, 09:00–20:00 → Tue 10 Mar");
  }
}
