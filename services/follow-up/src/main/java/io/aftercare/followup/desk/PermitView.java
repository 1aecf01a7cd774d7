package io.aftercare.followup.desk;

import io.aftercare.followup.incident.Incidents;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leave to dial one number, once.
 *
 * @param number E.164
 * @param callee who is expected to answer, and what they may be told
 * @param expiresAt until when it may be dialled
 * @param topics what else to speak of with the customer in the same conversation
 * @param difficult the last conversation with this customer that was difficult; absent without one
 */
record PermitView(
    String number,
    CustomerFile.Callee callee,
    Instant expiresAt,
    List<TopicView> topics,
    Incidents.@Nullable Last difficult) {

  PermitView with(Incidents.@Nullable Last incident) {
    return new PermitView(number, callee, expiresAt, topics, incident);
  }
}
