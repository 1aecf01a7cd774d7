package io.aftercare.followup.window;

import static io.aftercare.followup.window.People.boston;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days counted by the calendar, and what becomes of a time that has passed. */
class LateTest {

  private final CallWindow window = People.window();
  private final Person person = People.bostonian();

  @Test
  void dayNIsAtTheOpeningOfItsWindow() {
    Slot slot = onDay("2026-03-11");

    assertThat(slot)
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(boston("2026-03-11T09:00"), boston("2026-03-11T20:00"));
  }

  @Test
  void dayNMovesOffADayThatIsClosed() {
    assertThat(onDay("2026-03-15").dueAt()).isEqualTo(boston("2026-03-16T09:00"));
  }

  @Test
  void dayNIsNineByTheClockOnTheDayItJumps() {
    // 2026-03-09 is the first working day of daylight saving time: still nine by the clock, an hour
    // earlier by the sun.
    assertThat(onDay("2026-03-07").dueAt()).isEqualTo("2026-03-07T14:00:00Z");
    assertThat(onDay("2026-03-09").dueAt()).isEqualTo("2026-03-09T13:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-11T19:59, 2026-03-11T09:00",
    "2026-03-11T20:00, 2026-03-12T09:00",
    "2026-03-12T11:00, 2026-03-12T09:00",
    "2026-03-14T20:00, 2026-03-16T09:00",
  })
  void aWindowThatClosedLatelyBecomesTheNextOne(String now, String due) {
    Timing timing = window.judge(onDay("2026-03-11"), boston(now), person, Hours.DAY);

    assertThat(timing).isInstanceOf(Timing.Planned.class);
    assertThat(timing.slot().dueAt()).isEqualTo(boston(due));
  }

  @Test
  void aWindowThatClosedMoreThanThreeDaysAgoIsTooLate() {
    Slot intended = onDay("2026-03-11");

    assertThat(window.judge(intended, boston("2026-03-14T20:00:01"), person, Hours.DAY))
        .isEqualTo(new Timing.TooLate(intended));
  }

  @Test
  void aPromiseIsKeptToTheMinuteAndOnlyLawfulOnesAreMade() {
    // The same clock, and another state's law of quiet hours.
    var newYorker = new Person(People.BOSTON, People.BOSTON, null, "US", "NY");

    assertThat(window.promised(boston("2026-03-11T14:20"), person))
        .extracting(Slot::dueAt, Slot::closesAt)
        .containsExactly(boston("2026-03-11T14:20"), boston("2026-03-11T20:00"));
    assertThat(window.promised(boston("2026-03-11T20:15"), newYorker).closesAt())
        .isEqualTo(boston("2026-03-11T21:00"));
    assertThat(window.objection(boston("2026-03-11T08:00"), person)).isNull();
    assertThat(window.objection(boston("2026-03-11T20:15"), person)).contains("08:00–20:00");
    assertThat(window.objection(boston("2026-03-11T21:00"), newYorker)).contains("08:00–21:00");
    assertThat(window.objection(boston("2026-03-15T14:00"), person)).contains("Sunday");
  }

  private Slot onDay(String date) {
    return window.onDay(LocalDate.parse(date), person, Hours.DAY, "day 3");
  }
}
