package io.aftercare.profile.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word to whoever meets the customer next.
 *
 * @param note what to take care of; absent where nobody wrote anything
 * @param whatHelps what has helped before
 * @param difficult the last conversation that was difficult; absent without one, and when it is
 *     long ago
 */
public record TakeCare(
    @Nullable String note, @Nullable String whatHelps, @Nullable Difficult difficult) {

  /**
   * A conversation that was difficult.
   *
   * @param kinds what made it so, such as {@code shouting}; empty while nobody said
   * @param helped what helped, or may help the next time, such as {@code let-them-finish}
   */
  public record Difficult(Instant at, List<String> kinds, List<String> helped) {}

  /** What somebody wrote; absent where nobody did. */
  public static @Nullable TakeCare of(@Nullable Caution caution) {
    return caution == null ? null : new TakeCare(caution.note(), caution.whatHelps(), null);
  }

  /** The same with what was difficult, as long as that is told; absent where there is neither. */
  public static @Nullable TakeCare of(
      @Nullable Caution caution, @Nullable Difficulty difficulty, Instant now) {
    if (difficulty == null || !difficulty.isToldAt(now)) {
      return of(caution);
    }
    return new TakeCare(
        caution == null ? null : caution.note(),
        caution == null ? null : caution.whatHelps(),
        new Difficult(difficulty.at(), difficulty.kinds(), difficulty.helped()));
  }
}
