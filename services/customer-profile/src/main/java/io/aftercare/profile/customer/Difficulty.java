package io.aftercare.profile.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last conversation with a customer that was difficult, for whoever meets them next; kept
 * sealed. Codes of follow-up's alone, without blame.
 *
 * @param callId the call in which it was
 * @param kinds what made it difficult; empty until that was said
 * @param helped what helped, or may help the next time
 * @param at when it was
 * @param until from then on nobody is told any more
 */
public record Difficulty(
    UUID callId, List<String> kinds, List<String> helped, Instant at, Instant until) {

  boolean isToldAt(Instant now) {
    return now.isBefore(until);
  }

  /** Of one conversation it says more, of several the last one counts. */
  Difficulty after(@Nullable Difficulty known) {
    if (known == null || !known.callId.equals(callId)) {
      return known != null && known.at.isAfter(at) ? known : this;
    }
    return new Difficulty(
        callId,
        kinds.isEmpty() ? known.kinds : kinds,
        helped.isEmpty() ? known.helped : helped,
        known.at,
        known.until.isAfter(until) ? known.until : until);
  }
}
