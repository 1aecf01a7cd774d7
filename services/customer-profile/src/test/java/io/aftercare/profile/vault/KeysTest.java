package io.aftercare.profile.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysTest {

  private static final Optional<String> GOOD = Optional.of(TestVault.key(1));
  private static final Optional<String> OTHER = Optional.of(TestVault.key(2));

  @Test
  void two_different_keys_are_taken() {
    assertThat(TestVault.keys(GOOD, OTHER).masters().getFirst().getValue()).hasSize(32);
  }

  @Test
  void a_missing_key_is_named_with_what_to_give() {
    assertThatThrownBy(() -> TestVault.keys(Optional.empty(), OTHER))
        .hasMessageContaining("aftercare.keys.master is missing")
        .hasMessageContaining("32 random bytes in base64");
    assertThatThrownBy(() -> TestVault.keys(GOOD, Optional.of(" ")))
        .hasMessageContaining("aftercare.keys.index is missing");
  }

  @Test
  void a_malformed_key_is_named_and_not_shown() {
    assertThatThrownBy(() -> TestVault.keys(Optional.of("s3cret!"), OTHER))
        .hasMessageContaining("aftercare.keys.master is not base64")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }

  @Test
  void a_short_key_is_refused_with_its_length() {
    assertThatThrownBy(() -> TestVault.keys(GOOD, Optional.of("c2hvcnQ=")))
        .hasMessageContaining("aftercare.keys.index has 5 bytes");
  }

  @Test
  void one_key_does_not_serve_twice() {
    assertThatThrownBy(() -> TestVault.keys(GOOD, GOOD)).hasMessageContaining("are the same");
  }
}
