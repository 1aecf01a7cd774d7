package io.aftercare.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a list that is sorted by time and id, newest first: the list goes on after it, however
 * much is added meanwhile.
 *
 * @param at time of the last item before the place
 * @param id its id, which decides between items of the same time
 */
public record Cursor(Instant at, UUID id) {

  /** As callers carry it; they need not understand it. */
  public String text() {
    String plain = at + "|" + id;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /** Reads what {@link #text} wrote; empty for anything else. */
  static Optional<Cursor> of(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", 2);
      if (parts.length < 2) {
        return Optional.empty();
      }
      Cursor cursor = new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      return Optional.of(cursor).filter(known -> ListQuery.storable(known.at()));
    } catch (IllegalArgumentException | DateTimeException foreign) {
      return Optional.empty();
    }
  }
}
