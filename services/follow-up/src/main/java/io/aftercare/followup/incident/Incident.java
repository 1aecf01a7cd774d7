package io.aftercare.followup.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that was difficult. Nobody is blamed: it says what happened and what helped.
 *
 * @param agent the subject of the one it happened to
 * @param kinds what made it difficult; empty until that was said
 * @param helped what helped, or may help the next time
 * @param state {@code open} until the debrief has come to its end, then {@code closed}
 * @param debrief the parts that were written; the words are sealed in the customer's file
 * @param missing the parts that are still to be written
 */
record Incident(
    UUID id,
    UUID callId,
    UUID customerId,
    String agent,
    List<String> kinds,
    List<String> helped,
    Instant happenedAt,
    String state,
    List<Written> debrief,
    List<String> missing,
    @Nullable Instant closedAt) {

  /** A part of the debrief. */
  record Written(String part, @Nullable UUID noteId, String by, Instant at) {}

  boolean closed() {
    return closedAt != null;
  }
}
