package io.aftercare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * One answer to the satisfaction question; carried by survey answered.
 *
 * @param surveyId the answer, and the key of its events
 * @param version always 1: an answer does not change
 * @param kind {@code csat}: 1 (very bad) to 5 (very good)
 * @param customerId the pseudonymous customer
 * @param callId the follow-up call in which it was asked
 * @param storeId the store of the sale that was followed up
 * @param programme the programme of that call
 * @param score the answer, within the range of its kind
 * @param answeredAt when it was given
 */
public record SurveyEvent(
    UUID surveyId,
    long version,
    String kind,
    UUID customerId,
    UUID callId,
    String storeId,
    String programme,
    int score,
    Instant answeredAt) {}
