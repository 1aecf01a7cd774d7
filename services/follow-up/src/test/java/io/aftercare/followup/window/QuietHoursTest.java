package io.aftercare.followup.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law of the place, before the wish of the programme. */
class QuietHoursTest {

  private final QuietHours quietHours = QuietHours.known();

  @ParameterizedTest
  @CsvSource({
    "US, FL, 08:00, 20:00",
    "US, TX, 09:00, 21:00",
    "US, NY, 08:00, 21:00",
    "US, , 08:00, 21:00",
    "TH, , 08:00, 21:00",
    "TH, FL, 08:00, 21:00",
  })
  void aRegionGoesBeforeItsCountryAndThatBeforeTheChain(
      String country, String region, LocalTime from, LocalTime until) {
    assertThat(quietHours.of(person(country, region)))
        .extracting(QuietHours.Law::from, QuietHours.Law::until)
        .containsExactly(from, until);
  }

  @Test
  void everyLawSaysWhereItIsWritten() {
    assertThat(quietHours.of(person("US", "FL")).source())
        .isEqualTo("Florida Statutes 501.616(6)(a)");
    assertThat(quietHours.of(person("CN", null)).source()).isNotBlank();
  }

  @Test
  void aProgrammeThatWouldCallEarlierIsHeldToTheLaw() {
    Hours early = new Hours(LocalTime.of(8, 0), LocalTime.of(8, 30), LocalTime.of(20, 30));
    Slot texas =
        People.window()
            .onDay(java.time.LocalDate.of(2026, 3, 11), person("US", "TX"), early, "day 1");
    Slot florida =
        People.window()
            .onDay(java.time.LocalDate.of(2026, 3, 11), person("US", "FL"), early, "day 1");

    assertThat(texas)
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(People.boston("2026-03-11T09:00"), People.boston("2026-03-11T20:30"));
    assertThat(florida)
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(People.boston("2026-03-11T08:00"), People.boston("2026-03-11T20:00"));
  }

  @Test
  void nothingIsPromisedForQuietHours() {
    assertThat(People.window().objection(People.boston("2026-03-11T20:30"), person("US", "FL")))
        .isEqualTo(
            "lies outside 08:00–20:00 where the customer lives (Florida Statutes 501.616(6)(a))");
    assertThat(People.window().objection(People.boston("2026-03-11T20:30"), person("US", "NY")))
        .isNull();
  }

  private static Person person(String country, String region) {
    ZoneId boston = ZoneId.of("America/New_York");
    return new Person(boston, boston, null, country, region);
  }
}
