package io.aftercare.followup.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queue as it stands.
 *
 * @param at by the business clock
 * @param states how many calls are in each state
 * @param waiting how many could be claimed now
 * @param oldestDueAt since when the first of these waits; absent when none does
 * @param queues the same by priority and skill, the most urgent first
 */
record SummaryView(
    Instant at,
    Map<String, Long> states,
    long waiting,
    @Nullable Instant oldestDueAt,
    List<QueueView> queues) {

  /** Calls of one priority and skill that are planned. */
  record QueueView(
      int priority, String skill, long planned, long waiting, @Nullable Instant oldestDueAt) {}

  static SummaryView of(Instant at, List<Queue.Count> counts) {
    Map<String, Long> states = new LinkedHashMap<>();
    counts.forEach(count -> states.merge(count.state().key(), count.calls(), Long::sum));
    List<Queue.Count> planned =
        counts.stream().filter(count -> count.state().key().equals("planned")).toList();
    return new SummaryView(
        at,
        states,
        planned.stream().mapToLong(Queue.Count::waiting).sum(),
        planned.stream()
            .map(Queue.Count::oldest)
            .filter(java.util.Objects::nonNull)
            .min(java.util.Comparator.naturalOrder())
            .orElse(null),
        planned.stream().map(SummaryView::queue).toList());
  }

  private static QueueView queue(Queue.Count count) {
    return new QueueView(
        count.priority(),
        count.pharmacist() ? "pharmacist" : "agent",
        count.calls(),
        count.waiting(),
        count.oldest());
  }
}
