package io.aftercare.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up call as it stands after a change; carried by follow-up scheduled, cancelled,
 * attempted and completed.
 *
 * @param callId the call, and the key of its events
 * @param version grows by one with every change that is told, from 1
 * @param state {@code planned}, {@code paused}, {@code done}, {@code cancelled}, {@code too-late},
 *     {@code not-reached}, {@code supervisor} or {@code held-out}
 * @param saleId the sale that caused the call; where the customer rang and never bought, an id that
 *     no sale has
 * @param customerId the pseudonymous customer
 * @param storeId the store of that sale
 * @param programme the programme that made the call, such as {@code wellbeing}
 * @param programmeVersion the version of the programme that made it
 * @param step the programme's step, from 1
 * @param priority 0 red flag, 1 promised callback, 2 high-alert and recall, 3 wellbeing, 4 others
 * @param dueAt first instant at which it may be made
 * @param closesAt first instant at which it may no longer be made in this window
 * @param attempts dialled attempts so far
 * @param disposition what the last attempt found; absent before the first
 * @param cancelReason why it will not be made; only when cancelled or too late
 * @param satisfaction 1 (very bad) to 5 (very good); absent when not asked
 * @param complaintCategory {@code effect}, {@code price}, {@code attitude}, {@code quality}, {@code
 *     wait} or {@code other}; only for a complaint
 * @param agentId the subject of the agent who made the last attempt; absent before the first
 * @param seconds length of the last attempt from permit to outcome; absent before the first
 * @param experiment the experiment its customer is in; absent where they are in none
 * @param arm {@code called} or {@code held-out}; only in an experiment
 * @param conversationId the call in which it was spoken of, itself where it led; absent where it
 *     was alone
 * @param totalSeconds of all its attempts, its share where several calls were one conversation;
 *     absent before the first
 * @param costMinor what they cost, in the smallest unit of the currency; absent before the first
 * @param currency ISO 4217; absent before the first
 * @param causeId what it came from: the sale, a recall or a complaint
 * @param channel by which way it is made: {@code call}
 * @param answers what was answered in it so far, coded; absent while nothing was
 */
public record FollowUpEvent(
    UUID callId,
    long version,
    String state,
    UUID saleId,
    UUID customerId,
    String storeId,
    String programme,
    int programmeVersion,
    int step,
    int priority,
    Instant dueAt,
    Instant closesAt,
    int attempts,
    @Nullable String disposition,
    @Nullable String cancelReason,
    @Nullable Integer satisfaction,
    @Nullable String complaintCategory,
    @Nullable String agentId,
    @Nullable Integer seconds,
    @Nullable String experiment,
    @Nullable String arm,
    @Nullable UUID conversationId,
    @Nullable Integer totalSeconds,
    @Nullable Integer costMinor,
    @Nullable String currency,
    @Nullable UUID causeId,
    @Nullable String channel,
    @Nullable List<Answer> answers) {

  /**
   * What was answered to one question: codes that never change their meaning, or a number; never
   * words.
   *
   * @param question names it for life, such as {@code missed-doses}
   * @param codes of the options that were chosen; absent for a number
   * @param number absent for options
   */
  public record Answer(String question, @Nullable List<String> codes, @Nullable Integer number) {}
}
