package io.aftercare.followup.window;

import static io.aftercare.followup.window.People.boston;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule book of "next morning", a rule at a time. 2026-03-10 is an ordinary Tuesday. */
class NextMorningTest {

  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private final CallWindow window = People.window();

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T23:50, 2026-03-11T09:00",
    "2026-03-11T00:30, 2026-03-11T09:00",
    "2026-03-11T01:00, 2026-03-11T09:00",
    "2026-03-11T02:00, 2026-03-11T10:00",
    "2026-03-11T03:59, 2026-03-11T11:59",
    "2026-03-11T04:00, 2026-03-12T09:00",
    "2026-03-11T10:00, 2026-03-12T09:00",
    "2026-03-10T20:00, 2026-03-11T09:00",
  })
  void isTheFirstInstantEightHoursLaterInTheMorning(String sold, String due) {
    assertThat(nextMorning(sold, People.bostonian()).dueAt()).isEqualTo(boston(due));
  }

  @Test
  void staysCallableUntilEight() {
    Slot slot = nextMorning("2026-03-10T23:50", People.bostonian());

    assertThat(slot.closesAt()).isEqualTo(boston("2026-03-11T20:00"));
    assertThat(slot.date()).isEqualTo(LocalDate.of(2026, 3, 11));
  }

  @Test
  void skipsSundayAndSaysSo() {
    Slot slot = nextMorning("2026-03-14T23:50", People.bostonian());

    assertThat(slot.dueAt()).isEqualTo(boston("2026-03-16T09:00"));
    assertThat(slot.explained())
        .isEqualTo(
            "sale Sat 23:50, 8 h later 07:50, window 09:00–12:00, Sunday closed → Mon 16 Mar 09:00");
  }

  @Test
  void skipsTheHolidaysOfTheStoresCountry() {
    Slot christmas = nextMorning("2026-12-24T22:00", People.bostonian());
    Slot independence = nextMorning("2026-07-02T22:00", People.bostonian());

    assertThat(christmas.dueAt()).isEqualTo(boston("2026-12-26T09:00"));
    // The fourth of July is a Saturday, observed on Friday; Sunday follows.
    assertThat(independence.dueAt()).isEqualTo(boston("2026-07-06T09:00"));
    assertThat(christmas.explained()).contains("Christmas closed");
  }

  @Test
  void keepsToTheCustomersPreference() {
    assertThat(nextMorning("2026-03-10T23:50", People.preferring("10:30", "11:00")).dueAt())
        .isEqualTo(boston("2026-03-11T10:30"));
    assertThat(nextMorning("2026-03-10T23:50", People.preferring("14:00", "18:00")))
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(boston("2026-03-11T14:00"), boston("2026-03-11T18:00"));
  }

  @Test
  void givesWayWhereThePreferenceLeavesNothing() {
    assertThat(nextMorning("2026-03-10T23:50", People.preferring("05:00", "07:00")))
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(boston("2026-03-11T09:00"), boston("2026-03-11T20:00"));
  }

  @Test
  void understandsAPreferenceOverMidnight() {
    assertThat(nextMorning("2026-03-10T23:50", People.preferring("18:00", "02:00")).dueAt())
        .isEqualTo(boston("2026-03-11T18:00"));
    assertThat(nextMorning("2026-03-10T23:50", People.preferring("18:00", "10:00")))
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(boston("2026-03-11T09:00"), boston("2026-03-11T10:00"));
  }

  @Test
  void honoursBothClocks() {
    Slot chicago = nextMorning("2026-03-10T23:50", People.livingIn("America/Chicago"));

    assertThat(chicago)
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(boston("2026-03-11T10:00"), boston("2026-03-11T20:00"));
    assertThat(chicago.explained()).endsWith("→ Wed 11 Mar 09:00 (America/Chicago)");
  }

  @Test
  void callsWheneverBothAreAwakeWhereTheMorningsDoNotMeet() {
    Slot angeles = nextMorning("2026-03-10T23:50", People.livingIn("America/Los_Angeles"));

    assertThat(angeles)
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(boston("2026-03-11T12:00"), boston("2026-03-11T20:00"));
  }

  @Test
  void followsTheCustomersDayAloneWhereTheClocksLeaveNothing() {
    ZoneId singapore = ZoneId.of("Asia/Singapore");
    Slot slot = nextMorning("2026-03-10T23:50", People.livingIn("Asia/Singapore"));

    assertThat(slot)
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(
            People.at("2026-03-11T19:50", singapore), People.at("2026-03-11T20:00", singapore));
    assertThat(nextMorning("2026-03-11T00:30", People.livingIn("Asia/Singapore")).dueAt())
        .isEqualTo(People.at("2026-03-12T09:00", singapore));
  }

  @Test
  void countsElapsedHoursWhenTheClockJumps() {
    // On 8 March 2026 the clock goes from 02:00 to 03:00; the day is a Sunday, so take a zone that
    // jumps on a Friday.
    ZoneId cairo = ZoneId.of("Africa/Cairo");
    Person person = new Person(cairo, cairo, null, "XX", null);

    // Midnight to one does not exist on 24 April 2026: eight hours after 23:30 it is 08:30, after
    // 01:30 (90 minutes later
    // by the clock, 30 by the sun) it is 09:30.
    assertThat(due("2026-04-23T23:30", person, cairo)).isEqualTo("2026-04-24T09:00");
    assertThat(due("2026-04-24T01:30", person, cairo)).isEqualTo("2026-04-24T09:30");
  }

  @Test
  void takesTheSaleAtItsInstantWhenAnHourComesTwice() {
    // In New York 01:30 comes twice on 1 November 2026, a Sunday; the call centre of this person
    // works on Sundays.
    CallWindow everyDay =
        new CallWindow(
            new WorkingDays(java.util.EnumSet.allOf(java.time.DayOfWeek.class), new Holidays()),
            QuietHours.known(),
            Duration.ofDays(3));
    Instant first = Instant.parse("2026-11-01T05:30:00Z");
    Instant second = Instant.parse("2026-11-01T06:30:00Z");

    assertThat(everyDay.nextMorning(first, EIGHT_HOURS, People.bostonian(), People.MORNING).dueAt())
        .isEqualTo(boston("2026-11-01T09:00"));
    assertThat(
            everyDay.nextMorning(second, EIGHT_HOURS, People.bostonian(), People.MORNING).dueAt())
        .isEqualTo(boston("2026-11-01T09:30"));
  }

  private String due(String sold, Person person, ZoneId zone) {
    return window
        .nextMorning(People.at(sold, zone), EIGHT_HOURS, person, People.MORNING)
        .dueAt()
        .atZone(zone)
        .toLocalDateTime()
        .toString();
  }

  private Slot nextMorning(String sold, Person person) {
    return window.nextMorning(boston(sold), EIGHT_HOURS, person, People.MORNING);
  }
}
