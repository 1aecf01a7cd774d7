package io.aftercare.followup.programme;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a call of a programme is tried again; what it leaves out is as for all programmes.
 *
 * @param attempts at most, from 1
 * @param minutes by disposition, such as {@code no-answer}
 */
public record Retry(@Nullable Integer attempts, @Nullable Map<String, Integer> minutes) {

  /** Those after which a call can be tried again. */
  public static final java.util.Set<String> DISPOSITIONS =
      java.util.Set.of("no-answer", "busy", "line-failed", "wrong-person", "voicemail-left");
}
