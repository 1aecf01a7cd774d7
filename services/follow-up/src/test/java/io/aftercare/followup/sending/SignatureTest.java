package io.aftercare.followup.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
  private static final Duration AGE = Duration.ofMinutes(5);
  private static final byte[] BODY = "{}".getBytes(UTF_8);

  private final Signature signature = new Signature("secret");
  private final String timestamp = String.valueOf(NOW.getEpochSecond());

  @Test
  void what_was_signed_lately_holds() {
    assertThat(signature.holds(signature.of(timestamp, BODY), timestamp, BODY, NOW, AGE)).isTrue();
    assertThat(signature.holds(signature.of(timestamp, BODY), timestamp, BODY, NOW.plus(AGE), AGE))
        .isTrue();
  }

  @Test
  void another_body_time_or_secret_does_not() {
    String signed = signature.of(timestamp, BODY);
    String later = String.valueOf(NOW.getEpochSecond() + 1);

    assertThat(signature.holds(signed, timestamp, "{ }".getBytes(UTF_8), NOW, AGE)).isFalse();
    assertThat(signature.holds(signed, later, BODY, NOW, AGE)).isFalse();
    assertThat(new Signature("other").holds(signed, timestamp, BODY, NOW, AGE)).isFalse();
    assertThat(signature.holds(null, timestamp, BODY, NOW, AGE)).isFalse();
    assertThat(signature.holds(signed, null, BODY, NOW, AGE)).isFalse();
    assertThat(signature.holds(signed, "now", BODY, NOW, AGE)).isFalse();
  }

  @Test
  void what_is_old_may_be_a_replay() {
    String signed = signature.of(timestamp, BODY);

    assertThat(signature.holds(signed, timestamp, BODY, NOW.plus(AGE).plusSeconds(1), AGE))
        .isFalse();
    assertThat(signature.holds(signed, timestamp, BODY, NOW.minus(AGE).minusSeconds(1), AGE))
        .isFalse();
  }
}
