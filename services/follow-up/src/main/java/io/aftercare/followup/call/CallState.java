package io.aftercare.followup.call;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a call stands.
 *
 * <pre>
 * planned     → held         an agent claims it
 *             → planned      it gets another time
 *             → cancelled    the sale is void or back, the customer may not be called, the rule is no longer met
 *             → too-late     its window closed too long ago
 *             → paused       its programme rests
 *             → done         spoken of in another call to the same customer
 * paused      → planned      its programme goes on
 *             → cancelled    as a planned one
 * held        → planned      released, lease lapsed before the permit, to be tried again, promised for later
 *             → done         the customer was spoken with
 *             → not-reached  tried often enough
 *             → cancelled    refused for good by the permit, or cancelled before it
 *             → supervisor   lease lapsed after the permit: somebody may have been called
 * supervisor  → planned      a supervisor gives it back to the queue
 *             → done, not-reached, cancelled   a supervisor finds out, or it is cancelled
 * held-out    → cancelled    the sale is void or back; until then it is told, and never made
 * done, not-reached, cancelled, too-late are final.
 * </pre>
 */
public enum CallState {
  PLANNED("planned"),
  PAUSED("paused"),
  HELD("held"),
  DONE("done"),
  CANCELLED("cancelled"),
  TOO_LATE("too-late"),
  NOT_REACHED("not-reached"),
  SUPERVISOR("supervisor"),
  HELD_OUT("held-out");

  private static final Map<String, CallState> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(CallState::key, Function.identity()));

  private static final Map<CallState, Set<CallState>> NEXT =
      Map.of(
          PLANNED, Set.of(PLANNED, PAUSED, HELD, DONE, CANCELLED, TOO_LATE),
          PAUSED, Set.of(PLANNED, CANCELLED),
          HELD_OUT, Set.of(CANCELLED),
          HELD, Set.of(PLANNED, DONE, NOT_REACHED, CANCELLED, SUPERVISOR),
          SUPERVISOR, Set.of(PLANNED, DONE, NOT_REACHED, CANCELLED));

  private final String key;

  CallState(String key) {
    this.key = key;
  }

  /** As it is written in the database, in events and over HTTP. */
  public String key() {
    return key;
  }

  boolean mayBecome(CallState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /**
   * @throws IllegalArgumentException when there is no such state
   */
  public static CallState of(String key) {
    CallState state = BY_NAME.get(key);
    if (state == null) {
      throw new IllegalArgumentException("There is no state " + key);
    }
    return state;
  }
}
