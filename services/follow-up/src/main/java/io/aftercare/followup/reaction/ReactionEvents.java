package io.aftercare.followup.reaction;

import io.aftercare.contracts.AdverseReactionEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.time.Instant;

/** A suspicion as the other services hear of it. */
final class ReactionEvents {

  private ReactionEvents() {}

  /** It was recorded, or something about it changed. */
  static Event suspected(Reaction reaction, Instant now) {
    return Event.of(
        Topics.FOLLOW_UPS,
        EventTypes.ADVERSE_REACTION_SUSPECTED,
        reaction.id(),
        reaction.version(),
        now,
        data(reaction));
  }

  private static AdverseReactionEvent data(Reaction reaction) {
    Reaction.Told told = reaction.told();
    return new AdverseReactionEvent(
        reaction.id(),
        reaction.version(),
        reaction.state().key(),
        reaction.customerId(),
        reaction.callId(),
        reaction.storeId(),
        told.serious(),
        told.criteria().stream().map(Criterion::key).toList(),
        told.suspects().stream()
            .map(
                suspect ->
                    new AdverseReactionEvent.Suspect(
                        suspect.system(), suspect.code(), suspect.atc()))
            .toList(),
        reaction.recordedAt(),
        reaction.dueAt(),
        reaction.verdict() == null ? null : reaction.verdict().causality().key());
  }
}
