package io.aftercare.simulator.synthea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.simulator.chain.CannotGoOn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodTest {

  private static final ZoneId BOSTON = ZoneId.of("America/New_York");

  /** A Wednesday, 18:23 in Boston. */
  private static final Instant DATA_END = Instant.parse("2024-01-24T23:23:46Z");

  @Test
  void withoutOptionsItIsEverythingWhereItWas() {
    Period all = period(null, null, false, "2026-07-01T12:00:00Z");

    assertThat(all.wants(Instant.parse("1988-01-01T00:00:00Z"))).isTrue();
    assertThat(all.wants(DATA_END)).isTrue();
    assertThat(all.moved(DATA_END)).isEqualTo(OffsetDateTime.parse("2024-01-24T18:23:46-05:00"));
  }

  @Test
  void fromADayOnForSomeDaysByTheStoresClock() {
    Period march = period(LocalDate.of(2023, 3, 11), 2, false, "2026-07-01T12:00:00Z");

    assertThat(march.wants(Instant.parse("2023-03-11T04:59:59Z"))).isFalse();
    assertThat(march.wants(Instant.parse("2023-03-11T05:00:00Z"))).isTrue();
    assertThat(march.wants(Instant.parse("2023-03-13T03:59:59Z")))
        .as("the 12th ends an hour early")
        .isTrue();
    assertThat(march.wants(Instant.parse("2023-03-13T04:00:00Z"))).isFalse();
  }

  @Test
  void daysAloneAreTheLastOnes() {
    Period last = period(null, 2, false, "2026-07-01T12:00:00Z");

    assertThat(last.wants(Instant.parse("2024-01-23T04:59:59Z"))).isFalse();
    assertThat(last.wants(Instant.parse("2024-01-23T05:00:00Z"))).isTrue();
    assertThat(last.wants(DATA_END)).isTrue();
  }

  @Test
  void shiftedToNowTheTimeOfDayStaysThroughSummerTime() {
    Period shifted = period(null, 30, true, "2026-07-01T23:00:00Z");

    assertThat(shifted.moved(DATA_END))
        .isEqualTo(OffsetDateTime.parse("2026-07-01T18:23:46-04:00"));
    assertThat(shifted.moved(DATA_END.minusSeconds(86_400)))
        .isEqualTo(OffsetDateTime.parse("2026-06-30T18:23:46-04:00"));
  }

  @Test
  void shiftedToNowNothingLiesInTheFuture() {
    Period shifted = period(null, 30, true, "2026-07-01T12:00:00Z");

    assertThat(shifted.moved(DATA_END))
        .isEqualTo(OffsetDateTime.parse("2026-06-30T18:23:46-04:00"));
  }

  @Test
  void shiftingWantsToKnowHowManyDays() {
    assertThatThrownBy(() -> period(null, null, true, "2026-07-01T12:00:00Z"))
        .isInstanceOf(CannotGoOn.class)
        .hasMessageContaining("--days");
    assertThatThrownBy(() -> period(LocalDate.of(2023, 1, 1), 3, true, "2026-07-01T12:00:00Z"))
        .isInstanceOf(CannotGoOn.class)
        .hasMessageContaining("--from");
  }

  private static Period period(
      @Nullable LocalDate from, @Nullable Integer days, boolean shift, String now) {
    return Period.of(BOSTON, from, days, shift, DATA_END, Instant.parse(now));
  }
}
