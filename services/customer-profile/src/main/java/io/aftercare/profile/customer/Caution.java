package io.aftercare.profile.customer;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A word to whoever meets the customer next; kept sealed.
 *
 * @param note what to take care of, without blame
 * @param whatHelps what has helped before
 * @param by the subject of who wrote it
 */
public record Caution(String note, @Nullable String whatHelps, String by, Instant at) {

  boolean saysTheSameAs(Caution other) {
    return note.equals(other.note) && Objects.equals(whatHelps, other.whatHelps);
  }
}
