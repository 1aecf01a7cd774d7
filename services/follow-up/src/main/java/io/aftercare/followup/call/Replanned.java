package io.aftercare.followup.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What moved when calls were planned anew.
 *
 * @param looked calls that were looked at
 * @param programmes what moved, by programme
 * @param next the last call that was looked at; absent when there is none after it
 */
public record Replanned(int looked, Map<String, Moves> programmes, @Nullable UUID next) {

  static final Replanned NOTHING = new Replanned(0, Map.of(), null);

  /**
   * How many of a programme's calls.
   *
   * @param kept their time
   * @param earlier due earlier than before
   * @param later due later than before
   * @param cancelled no longer asked for, or too late
   */
  public record Moves(int kept, int earlier, int later, int cancelled) {

    static Moves of(Call call, Instant before) {
      if (call.state() != CallState.PLANNED) {
        return new Moves(0, 0, 0, 1);
      }
      int order = call.plan().dueAt().compareTo(before);
      return new Moves(order == 0 ? 1 : 0, order < 0 ? 1 : 0, order > 0 ? 1 : 0, 0);
    }

    Moves and(Moves more) {
      return new Moves(
          kept + more.kept, earlier + more.earlier, later + more.later, cancelled + more.cancelled);
    }
  }

  static Replanned of(List<Call> calls, Map<UUID, Instant> before, @Nullable UUID next) {
    Map<String, Moves> programmes = new TreeMap<>();
    for (Call call : calls) {
      Instant due = before.getOrDefault(call.id(), call.plan().dueAt());
      programmes.merge(call.origin().programme(), Moves.of(call, due), Moves::and);
    }
    return new Replanned(calls.size(), programmes, next);
  }

  Replanned and(Replanned more) {
    Map<String, Moves> sum = new TreeMap<>(programmes);
    more.programmes.forEach((programme, moves) -> sum.merge(programme, moves, Moves::and));
    return new Replanned(looked + more.looked, sum, more.next);
  }

  int moved() {
    return programmes.values().stream()
        .mapToInt(moves -> moves.earlier() + moves.later() + moves.cancelled())
        .sum();
  }
}
