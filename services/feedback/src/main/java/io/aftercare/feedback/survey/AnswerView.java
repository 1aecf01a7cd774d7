package io.aftercare.feedback.survey;

import java.time.Instant;
import java.util.UUID;

/**
 * An answer as care managers see it.
 *
 * @param kind {@code csat}: 1 (very bad) to 5 (very good)
 * @param callId the follow-up call in which it was asked
 * @param storeId the store of the sale that was followed up
 */
record AnswerView(
    UUID id,
    String kind,
    int score,
    UUID customerId,
    UUID callId,
    String storeId,
    String programme,
    Instant answeredAt) {

  static AnswerView of(Answer answer) {
    return new AnswerView(
        answer.id(),
        answer.kind(),
        answer.score(),
        answer.customerId(),
        answer.callId(),
        answer.storeId(),
        answer.programme(),
        answer.answeredAt());
  }
}
