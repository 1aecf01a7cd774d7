package io.aftercare.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
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
  void is_read_as_it_was_written() {
    assertEquals(Optional.of(PLACE), Cursor.of(PLACE.text()));
  }

  @Test
  void fits_into_an_address_as_it_is() {
    assertTrue(PLACE.text().matches("[A-Za-z0-9_-]+"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "***", "2026-03-03T15:12:44Z|x", "2026-03-03T15:12:44Z", "yesterday|"})
  void nothing_else_is_a_cursor(String plain) {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes());

    assertEquals(Optional.empty(), Cursor.of(text));
    assertEquals(Optional.empty(), Cursor.of(plain));
  }

  @Test
  void a_time_beyond_the_database_is_no_place() {
    Cursor beyond = new Cursor(Instant.MAX, PLACE.id());

    assertEquals(Optional.empty(), Cursor.of(beyond.text()));
  }
}
