package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.CallCost;
import io.aftercare.followup.call.LastAttempt;
import io.aftercare.followup.call.Plan;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Hours;
import io.aftercare.followup.window.Person;
import io.aftercare.followup.window.Slot;
import java.time.Instant;
import java.util.List;

/**
 * One call that speaks of several. A policy: what was spoken of is closed with the call that led,
 * and bears its part of the time; where nobody was reached, all wait together.
 *
 * @param leading the call that was claimed and dialled
 * @param topics the others, still planned
 */
record Conversation(Call leading, List<Call> topics) {

  /** The part of each topic in a conversation of so many seconds. */
  private int part(int seconds) {
    return seconds / (topics.size() + 1);
  }

  /** What is left for the call that led. */
  int leadingPart(int seconds, boolean finished) {
    return finished ? seconds - part(seconds) * topics.size() : seconds;
  }

  /**
   * Moves the topics after the call that led them.
   *
   * @param seconds of the whole conversation
   */
  void follow(RetryPolicy.Next next, int seconds, CallCost cost, CallWindow window, Person person) {
    switch (next) {
      case RetryPolicy.Next.Finished finished -> spokenOf(seconds, cost);
      case RetryPolicy.Next.Again(Slot slot) -> topics.forEach(topic -> wait(topic, slot));
      case RetryPolicy.Next.Promised(Slot slot) -> topics.forEach(topic -> wait(topic, slot));
      case RetryPolicy.Next.Unreached unreached ->
          topics.forEach(
              topic ->
                  wait(
                      topic,
                      window.next(
                          leading.plan().closesAt(), person, Hours.DAY, "nobody was reached")));
    }
  }

  private void spokenOf(int seconds, CallCost cost) {
    LastAttempt last = leading.last();
    if (topics.isEmpty() || last == null) {
      return;
    }
    leading.leadsConversation();
    int part = part(seconds);
    // The answer to the satisfaction question and the complaint are those of the call that led.
    LastAttempt attempt = new LastAttempt(last.disposition(), last.agent(), part, null, null);
    topics.forEach(topic -> topic.spokenOfIn(leading.id(), attempt, cost.of(part)));
  }

  /** Not before the call that led: else the next agent would dial the same number right away. */
  private static void wait(Call topic, Slot slot) {
    Plan plan = topic.plan();
    Instant from = slot.dueAt();
    if (!from.isAfter(plan.dueAt())) {
      return;
    }
    Plan later =
        from.isBefore(plan.closesAt())
            ? plan.notBefore(from, "together with another call")
            : plan.movedTo(slot);
    topic.planAnew(later.onPurpose());
  }
}
