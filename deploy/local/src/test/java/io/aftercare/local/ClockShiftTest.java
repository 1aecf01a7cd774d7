package io.aftercare.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ClockShiftTest {

  @ParameterizedTest
  @CsvSource({
    "+8h, PT8H",
    "8h, PT8H",
    "-90m, PT-90M",
    "1d12h, PT36H",
    "-1d30m, PT-24H-30M",
    "45s, PT45S",
    "0h, PT0S",
    "+2H, PT2H",
    "PT8H, PT8H",
    "-PT1H30M, PT-90M",
    "P2D, PT48H"
  })
  void readsWhatPeopleWrite(String text, Duration shift) {
    assertThat(ClockShift.parse(text)).isEqualTo(shift);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", "8", "8x", "tomorrow", "h8", "1h1d", "+-8h", "99999999999999999999h"})
  void refusesWhatIsNoShift(String text) {
    assertThatThrownBy(() -> ClockShift.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is no clock shift");
  }
}
