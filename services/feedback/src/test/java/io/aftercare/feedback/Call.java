package io.aftercare.feedback;

import io.aftercare.contracts.FollowUpEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A follow-up call to tell of, as a test needs it. */
record Call(
    UUID id,
    UUID customerId,
    UUID saleId,
    String storeId,
    long version,
    String state,
    @Nullable String disposition,
    @Nullable Integer satisfaction,
    @Nullable String complaintCategory,
    Instant at) {

  private static final Instant DUE = Instant.parse("2026-03-03T14:00:00Z");

  /** A call that went well and in which nothing was asked. */
  static Call done(String storeId) {
    return new Call(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        storeId,
        3,
        "done",
        "done-well",
        null,
        null,
        Instant.parse("2026-03-03T17:09:21.640Z"));
  }

  Call answering(int score) {
    return new Call(
        id, customerId, saleId, storeId, version, state, disposition, score, complaintCategory, at);
  }

  Call complaining(@Nullable String category) {
    return new Call(
        id, customerId, saleId, storeId, version, state, "complaint", satisfaction, category, at);
  }

  Call notYetDone() {
    return new Call(
        id, customerId, saleId, storeId, version, "planned", "call-back", satisfaction, null, at);
  }

  Call at(Instant time) {
    return new Call(
        id,
        customerId,
        saleId,
        storeId,
        version,
        state,
        disposition,
        satisfaction,
        complaintCategory,
        time);
  }

  Call version(long newer) {
    return new Call(
        id,
        customerId,
        saleId,
        storeId,
        newer,
        state,
        disposition,
        satisfaction,
        complaintCategory,
        at);
  }

  FollowUpEvent event() {
    return new FollowUpEvent(
        id,
        version,
        state,
        saleId,
        customerId,
        storeId,
        "wellbeing",
        1,
        1,
        3,
        DUE,
        DUE.plusSeconds(36_000),
        1,
        disposition,
        null,
        satisfaction,
        complaintCategory,
        "019b8a10-0300-7c3e-9a41-5d2e8f6b0300",
        284,
        null,
        null,
        null,
        284,
        95,
        "USD",
        saleId,
        "call",
        null);
  }
}
