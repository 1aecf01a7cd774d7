package io.aftercare.feedback.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final Cursor PLACE =
      new Cursor(
          Instant.parse("2026-03-03T15:12:44.310127Z"),
          UUID.fromString("019b8a10-0401-7c3e-9a41-5d2e8f6b0401"));

  @Test
  void isReadAsItWasWritten() {
    assertThat(Cursor.of(PLACE.text())).contains(PLACE);
  }

  @Test
  void fitsIntoAnAddressAsItIs() {
    assertThat(PLACE.text()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "***", "2026-03-03T15:12:44Z|x", "2026-03-03T15:12:44Z", "yesterday|"})
  void nothingElseIsACursor(String plain) {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes());

    assertThat(Cursor.of(text)).isEmpty();
    assertThat(Cursor.of(plain)).isEmpty();
  }

  @Test
  void aTimeBeyondTheDatabaseIsNoPlace() {
    Cursor beyond = new Cursor(Instant.MAX, PLACE.id());

    assertThat(Cursor.of(beyond.text())).isEmpty();
  }
}
