package io.aftercare.followup.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The queue as it stands.
 *
 * @param at by the business clock
 * @param until of what is planned, only what falls due before is counted
 * @param states how many calls are in each state in which something is still to be done
 * @param waiting how many could be claimed now
 * @param ages of these, for how long they have been waiting
 * @param oldestDueAt since when the first of these waits; absent when none does
 * @param queues the same by priority and skill, the most urgent first
 */
record SummaryView(
    Instant at,
    Instant until,
    Map<String, Long> states,
    long waiting,
    Queue.Ages ages,
    @Nullable Instant oldestDueAt,
    List<QueueView> queues) {

  /**
   * Calls of one priority and skill that are planned.
   *
   * @param zones the same by the clock of those who are called
   */
  record QueueView(
      int priority,
      String skill,
      long planned,
      long waiting,
      Queue.Ages ages,
      @Nullable Instant oldestDueAt,
      List<ZoneView> zones) {}

  /** Calls of one queue to people who live by one clock. */
  record ZoneView(String zone, long planned, long waiting, @Nullable Instant oldestDueAt) {}

  private record Kind(int priority, boolean pharmacist) {}

  static SummaryView of(Instant at, Instant until, List<Queue.Count> counts) {
    Map<String, Long> states = new TreeMap<>();
    counts.forEach(count -> states.merge(count.state().key(), count.calls(), Long::sum));
    List<Queue.Count> planned =
        counts.stream().filter(count -> count.state().key().equals("planned")).toList();
    Map<Kind, List<Queue.Count>> queues =
        planned.stream()
            .collect(
                Collectors.groupingBy(
                    count -> new Kind(count.priority(), count.pharmacist()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<QueueView> views = new ArrayList<>();
    queues.forEach((kind, zones) -> views.add(queue(kind, zones)));
    return new SummaryView(
        at, until, states, waiting(planned), ages(planned), oldest(planned), views);
  }

  private static QueueView queue(Kind kind, List<Queue.Count> zones) {
    return new QueueView(
        kind.priority(),
        kind.pharmacist() ? "pharmacist" : "agent",
        zones.stream().mapToLong(Queue.Count::calls).sum(),
        waiting(zones),
        ages(zones),
        oldest(zones),
        zones.stream()
            .map(
                count -> new ZoneView(count.zone(), count.calls(), count.waiting(), count.oldest()))
            .toList());
  }

  private static long waiting(List<Queue.Count> counts) {
    return counts.stream().mapToLong(Queue.Count::waiting).sum();
  }

  private static Queue.Ages ages(List<Queue.Count> counts) {
    return counts.stream().map(Queue.Count::ages).reduce(Queue.Ages.NONE, Queue.Ages::plus);
  }

  private static @Nullable Instant oldest(List<Queue.Count> counts) {
    return counts.stream()
        .map(Queue.Count::oldest)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
