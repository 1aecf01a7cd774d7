package io.aftercare.profile.customer;

import org.jspecify.annotations.Nullable;

/**
 * A word to whoever meets the customer next.
 *
 * @param note what to take care of
 * @param whatHelps what has helped before
 */
public record TakeCare(String note, @Nullable String whatHelps) {

  public static @Nullable TakeCare of(@Nullable Caution caution) {
    return caution == null ? null : new TakeCare(caution.note(), caution.whatHelps());
  }
}
