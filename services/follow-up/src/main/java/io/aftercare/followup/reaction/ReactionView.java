package io.aftercare.followup.reaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspicion.
 *
 * @param callId the call in which it came up; absent when it came up elsewhere
 * @param noteId the description, in the customer's file; absent without one
 * @param dueAt until when the authority must have been told
 * @param escalatedAt when it came to the supervisor's list; absent before
 * @param answers to the items of the causality score, by number; absent before it was judged
 * @param score their points; absent before
 * @param reference the authority's number; absent before it was told
 */
record ReactionView(
    UUID id,
    long version,
    ReactionState state,
    UUID customerId,
    @Nullable UUID callId,
    @Nullable String storeId,
    Reporter reporter,
    List<Harm> events,
    @Nullable LocalDate onset,
    Result result,
    boolean serious,
    List<Criterion> criteria,
    List<Suspect> suspects,
    @Nullable UUID noteId,
    Instant recordedAt,
    Instant dueAt,
    @Nullable Instant escalatedAt,
    @Nullable Map<Integer, Naranjo.Answer> answers,
    @Nullable Integer score,
    @Nullable Causality causality,
    @Nullable Instant assessedAt,
    @Nullable String reference,
    @Nullable Instant reportedAt) {

  static ReactionView of(Reaction reaction) {
    Reaction.Told told = reaction.told();
    Reaction.Verdict verdict = reaction.verdict();
    Reaction.Report report = reaction.report();
    return new ReactionView(
        reaction.id(),
        reaction.version(),
        reaction.state(),
        reaction.customerId(),
        reaction.callId(),
        reaction.storeId(),
        told.reporter(),
        told.events(),
        told.onset(),
        told.result(),
        told.serious(),
        told.criteria(),
        told.suspects(),
        reaction.noteId(),
        reaction.recordedAt(),
        reaction.dueAt(),
        reaction.escalatedAt(),
        verdict == null ? null : verdict.answers(),
        verdict == null ? null : verdict.score(),
        verdict == null ? null : verdict.causality(),
        verdict == null ? null : verdict.at(),
        report == null ? null : report.reference(),
        report == null ? null : report.at());
  }
}
