package io.aftercare.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

  @Test
  void aBareNumberIsRequestsAtOnce() {
    assertThat(Speed.parse("8")).isEqualTo(new Speed(8, 0));
  }

  @Test
  void aNumberPerSecondIsItems() {
    assertThat(Speed.parse("500/s")).isEqualTo(new Speed(4, 500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0/s", "65", "fast", "-1", "5/m"})
  void anythingElseIsExplained(String written) {
    assertThatThrownBy(() -> Speed.parse(written)).hasMessageContaining("500/s");
  }
}
