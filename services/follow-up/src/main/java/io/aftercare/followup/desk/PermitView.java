package io.aftercare.followup.desk;

import java.time.Instant;
import java.util.List;

/**
 * Leave to dial one number, once.
 *
 * @param number E.164
 * @param callee who is expected to answer, what they may be told and what to take care of
 * @param expiresAt until when it may be dialled
 * @param topics what else to speak of with the customer in the same conversation
 */
record PermitView(
    String number, CustomerFile.Callee callee, Instant expiresAt, List<TopicView> topics) {}
