package io.aftercare.followup.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

  private final Holidays holidays = new Holidays();

  @ParameterizedTest
  @CsvSource({
    "US, MA, 2026-11-26, Thanksgiving",
    "US, , 2026-07-03, Independence Day",
    "US, , 2026-07-04, Independence Day",
    "DE, BY, 2026-11-01, All Saints",
    "GB, ENG, 2026-12-25, Christmas",
    "CN, , 2026-02-17, Chinese New Year",
    "CN, , 2026-10-01, National Day",
    "CN, , 2027-06-09, Dragon Boat",
    "TH, , 2026-04-13, Songkran",
    "TH, , 2026-05-31, Visakha Bucha",
    "TH, , 2026-06-01, Visakha Bucha",
    "th, , 2026-12-05, Fathers Day",
  })
  void knowsThem(String country, String region, LocalDate date, String name) {
    assertThat(holidays.on(date, country, region)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"US, MA, 2026-04-20", "DE, BE, 2026-11-01", "CN, , 2026-02-10", "US, ZZ, 2026-03-10"})
  void leavesOrdinaryDaysAlone(String country, String region, LocalDate date) {
    assertThat(holidays.on(date, country, region)).isNull();
  }

  @Test
  void aCountryWithoutCalendarHasNone() {
    assertThat(holidays.on(LocalDate.of(2026, 1, 1), "AQ", null)).isNull();
  }
}
