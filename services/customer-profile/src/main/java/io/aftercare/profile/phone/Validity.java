package io.aftercare.profile.phone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something holds, in the customer's own zone.
 *
 * @param from the first such day; absent where it always has
 * @param to the last such day; absent where no end is known
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** Without beginning or end. */
  public static final Validity ALWAYS = new Validity(null, null);

  public boolean includes(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Whether there can be such a day. */
  public boolean isPossible() {
    return from == null || to == null || !to.isBefore(from);
  }

  /** The first day after this one on which it is otherwise; absent where it stays. */
  public @Nullable LocalDate turnsAfter(LocalDate day) {
    if (from != null && from.isAfter(day)) {
      return from;
    }
    return to == null || to.isBefore(day) ? null : to.plusDays(1);
  }
}
