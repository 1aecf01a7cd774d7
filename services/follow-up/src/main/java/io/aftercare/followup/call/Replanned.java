package io.aftercare.followup.call;

import io.aftercare.followup.message.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What moved when contacts were planned anew.
 *
 * @param looked calls and messages that were looked at
 * @param programmes what moved, by programme
 * @param next the last contact that was looked at; absent when there is none after it
 */
public record Replanned(int looked, Map<String, Moves> programmes, @Nullable UUID next) {

  static final Replanned NOTHING = new Replanned(0, Map.of(), null);

  /**
   * How many of a programme's calls and messages.
   *
   * @param kept their time
   * @param earlier due earlier than before
   * @param later due later than before
   * @param cancelled no longer asked for, or too late
   * @param rerouted made as a message instead of a call, or the other way round
   */
  public record Moves(int kept, int earlier, int later, int cancelled, int rerouted) {

    private static final Moves KEPT = new Moves(1, 0, 0, 0, 0);
    private static final Moves CANCELLED = new Moves(0, 0, 0, 1, 0);
    private static final Moves REROUTED = new Moves(0, 0, 0, 0, 1);

    static Moves of(Call call, Instant before) {
      return call.state() == CallState.PLANNED
          ? of(before, call.plan().dueAt())
          : gone(call.cancelReason());
    }

    static Moves of(Message message, Instant before) {
      return message.isOpen() ? of(before, message.due().at()) : gone(message.reason());
    }

    private static Moves of(Instant before, Instant after) {
      int order = after.compareTo(before);
      return order == 0 ? KEPT : new Moves(0, order < 0 ? 1 : 0, order > 0 ? 1 : 0, 0, 0);
    }

    private static Moves gone(@Nullable String why) {
      return CancelReason.CHANNEL_CHANGED.equals(why) ? REROUTED : CANCELLED;
    }

    Moves and(Moves more) {
      return new Moves(
          kept + more.kept,
          earlier + more.earlier,
          later + more.later,
          cancelled + more.cancelled,
          rerouted + more.rerouted);
    }
  }

  static Replanned of(
      List<PlannedCalls.Waiting> looked, List<Judgement> judged, @Nullable UUID next) {
    Map<UUID, Call> calls = new HashMap<>();
    Map<UUID, Message> messages = new HashMap<>();
    for (Judgement each : judged) {
      each.revision().changed().forEach(call -> calls.put(call.id(), call));
      each.messages().changed().forEach(message -> messages.put(message.id(), message));
    }
    Map<String, Moves> programmes = new TreeMap<>();
    for (PlannedCalls.Waiting each : looked) {
      Call call = calls.get(each.id());
      Message message = messages.get(each.id());
      Moves moves = Moves.KEPT;
      if (call != null) {
        moves = Moves.of(call, each.dueAt());
      } else if (message != null) {
        moves = Moves.of(message, each.dueAt());
      }
      programmes.merge(each.key().programme(), moves, Moves::and);
    }
    return new Replanned(looked.size(), programmes, next);
  }

  Replanned and(Replanned more) {
    Map<String, Moves> sum = new TreeMap<>(programmes);
    more.programmes.forEach((programme, moves) -> sum.merge(programme, moves, Moves::and));
    return new Replanned(looked + more.looked, sum, more.next);
  }

  int moved() {
    return programmes.values().stream()
        .mapToInt(moves -> moves.earlier() + moves.later() + moves.cancelled() + moves.rerouted())
        .sum();
  }
}
