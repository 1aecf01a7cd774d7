package io.aftercare.followup.reaction;

import io.aftercare.kit.problem.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspicion that a medicine did harm. Its moves give the next version of it.
 *
 * @param told what was told of it when it was recorded, or since corrected
 * @param noteId the description in words, sealed in the customer's file; absent without one
 * @param recordedAt when the house first heard of it
 * @param dueAt until when the authority must have been told
 * @param verdict a pharmacist's judgement; absent before
 * @param escalatedAt when it came to the supervisor's list; absent before
 * @param report what became of it at the authority; absent before
 */
record Reaction(
    UUID id,
    long version,
    ReactionState state,
    UUID customerId,
    @Nullable UUID callId,
    @Nullable String storeId,
    Told told,
    @Nullable UUID noteId,
    String recordedBy,
    Instant recordedAt,
    Instant dueAt,
    @Nullable Verdict verdict,
    @Nullable Instant escalatedAt,
    @Nullable Report report) {

  /**
   * What is told of a reaction.
   *
   * @param onset the local date on which it began; absent where unknown
   */
  record Told(
      Reporter reporter,
      List<Harm> events,
      @Nullable LocalDate onset,
      Result result,
      List<Criterion> criteria,
      List<Suspect> suspects) {

    boolean serious() {
      return !criteria.isEmpty();
    }

    Told because(List<Criterion> corrected) {
      return new Told(reporter, events, onset, result, corrected, suspects);
    }
  }

  /** A pharmacist's judgement. */
  record Verdict(
      Map<Integer, Naranjo.Answer> answers,
      int score,
      Causality causality,
      String by,
      Instant at) {}

  /**
   * What the authority was told.
   *
   * @param reference the authority's number for it
   */
  record Report(String reference, String by, Instant at) {}

  /**
   * Judged, for the first time or anew.
   *
   * @param criteria what makes it serious, as it stands now
   * @param due until when the authority must be told; the clock only ever gets shorter
   */
  Reaction assessed(Verdict judged, List<Criterion> criteria, Instant due) {
    if (state != ReactionState.OPEN && state != ReactionState.ASSESSED) {
      throw over();
    }
    return next(
        ReactionState.ASSESSED,
        told.because(criteria),
        due.isBefore(dueAt) ? due : dueAt,
        judged,
        report);
  }

  /** The authority was told. */
  Reaction reported(Report told) {
    if (state == ReactionState.OPEN) {
      throw Problems.conflict("not-assessed", "A pharmacist has to judge the causality first.");
    }
    if (state != ReactionState.ASSESSED) {
      throw over();
    }
    return next(ReactionState.REPORTED, this.told, dueAt, verdict, told);
  }

  /** It was recorded by mistake. */
  Reaction withdrawn() {
    if (state == ReactionState.REPORTED) {
      throw over();
    }
    return next(ReactionState.WITHDRAWN, told, dueAt, verdict, report);
  }

  private static RuntimeException over() {
    return Problems.conflict("reaction-closed", "It has been reported or withdrawn already.");
  }

  private Reaction next(
      ReactionState next,
      Told now,
      Instant due,
      @Nullable Verdict judged,
      @Nullable Report reported) {
    return new Reaction(
        id,
        version + 1,
        next,
        customerId,
        callId,
        storeId,
        now,
        noteId,
        recordedBy,
        recordedAt,
        due,
        judged,
        escalatedAt,
        reported);
  }
}
