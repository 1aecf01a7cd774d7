package io.aftercare.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspicion that a medicine did harm, as it stands after a change; carried by adverse reaction
 * suspected. What happened is told in people's words only in the customer's file.
 *
 * @param reactionId the suspicion, and the key of its events
 * @param version grows by one with every change that is told, from 1
 * @param state {@code open}, {@code assessed}, {@code reported} or {@code withdrawn}
 * @param customerId the pseudonymous patient
 * @param callId the call in which it came up; absent when it came up elsewhere
 * @param storeId the store of the sale that call was about; absent when it came up elsewhere
 * @param serious at least one criterion is met
 * @param criteria {@code death}, {@code life-threatening}, {@code hospitalisation}, {@code
 *     disability}, {@code birth-defect} or {@code other-important}; empty when not serious
 * @param suspects the medicines under suspicion
 * @param recordedAt when somebody of the house first heard of it: the clock of the law starts here
 * @param dueAt until when the authority must have been told
 * @param causality {@code definite}, {@code probable}, {@code possible} or {@code doubtful}; absent
 *     until a pharmacist has judged
 */
public record AdverseReactionEvent(
    UUID reactionId,
    long version,
    String state,
    UUID customerId,
    @Nullable UUID callId,
    @Nullable String storeId,
    boolean serious,
    List<String> criteria,
    List<Suspect> suspects,
    Instant recordedAt,
    Instant dueAt,
    @Nullable String causality) {

  /**
   * A medicine under suspicion.
   *
   * @param system code system of the product
   * @param code its code in that system
   * @param atc its class; absent where unknown
   */
  public record Suspect(String system, String code, @Nullable String atc) {}
}
