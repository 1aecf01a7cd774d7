package io.aftercare.followup.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallCapsTest {

  private static final ZoneId BOSTON = ZoneId.of("America/New_York");
  private final CallCaps caps = new CallCaps(RetryPolicyTest.Rules.asShipped().caps());

  @Test
  void oneAnsweredCallADayByTheCustomersClock() {
    assertThat(reached(3, "2026-03-10T09:00"))
        .isEqualTo(new CallCaps.Reached(Refusal.DAILY_CAP, LocalDate.of(2026, 3, 11)));
    assertThat(reached(3, "2026-03-09T23:59")).isNull();
    assertThat(reached(4)).isNull();
  }

  @Test
  void threeAnsweredCallsInSevenDays() {
    assertThat(reached(4, "2026-03-04T10:00", "2026-03-06T10:00", "2026-03-09T10:00"))
        .isEqualTo(new CallCaps.Reached(Refusal.WEEKLY_CAP, LocalDate.of(2026, 3, 11)));
    assertThat(reached(4, "2026-03-03T23:00", "2026-03-06T10:00", "2026-03-09T10:00")).isNull();
  }

  @Test
  void redFlagsPromisesAndHighAlertAreNeverHeldBack() {
    for (int priority = 0; priority <= 2; priority++) {
      assertThat(reached(priority, "2026-03-10T09:00", "2026-03-09T09:00", "2026-03-08T09:00"))
          .isNull();
    }
  }

  private CallCaps.Reached reached(int priority, String... answered) {
    List<Instant> instants = Arrays.stream(answered).map(CallCapsTest::instant).toList();
    return caps.reached(priority, instants, instant("2026-03-10T11:00"), BOSTON);
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(BOSTON).toInstant();
  }
}
