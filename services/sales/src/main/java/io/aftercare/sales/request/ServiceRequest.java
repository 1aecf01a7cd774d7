package io.aftercare.sales.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.kit.problem.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service that a store promised a customer, as it stands. Each change gives the next one.
 *
 * @param version grows by one with every change, from 1
 * @param saleId the sale it belongs to, a sale of the same store
 * @param promisedAt until when it is to be done
 * @param openedBy who took it on, as they log in
 * @param history what happened, oldest first; never empty
 */
public record ServiceRequest(
    UUID id,
    long version,
    Kind kind,
    State state,
    String storeId,
    @Nullable UUID saleId,
    @Nullable UUID customerId,
    Instant promisedAt,
    Instant openedAt,
    String openedBy,
    List<Step> history) {

  /** What can be promised. */
  public enum Kind {
    @JsonProperty("delivery")
    DELIVERY,
    @JsonProperty("decoction")
    DECOCTION,
    @JsonProperty("priority-dispensing")
    PRIORITY_DISPENSING,
    @JsonProperty("online-consultation")
    ONLINE_CONSULTATION;

    public String wire() {
      return ServiceRequest.wire(this);
    }
  }

  /** How far it has come; done and cancelled are for good. */
  public enum State {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("under-way")
    UNDER_WAY,
    @JsonProperty("done")
    DONE,
    @JsonProperty("cancelled")
    CANCELLED;

    public String wire() {
      return ServiceRequest.wire(this);
    }

    public boolean isEnd() {
      return this == DONE || this == CANCELLED;
    }
  }

  /**
   * One thing that happened.
   *
   * @param state how far it was after it
   * @param by who did it
   * @param reason why it was cancelled or promised anew
   * @param promisedAt the promise from then on, where it was made or moved
   */
  public record Step(
      Instant at, State state, String by, @Nullable String reason, @Nullable Instant promisedAt) {}

  /** What can be done to it, and from which states. */
  enum Move {
    START(State.UNDER_WAY, "started", EnumSet.of(State.OPEN)),
    FINISH(State.DONE, "finished", EnumSet.of(State.UNDER_WAY)),
    CANCEL(State.CANCELLED, "cancelled", EnumSet.of(State.OPEN, State.UNDER_WAY));

    private final State to;
    private final String participle;
    private final Set<State> from;

    Move(State to, String participle, Set<State> from) {
      this.to = to;
      this.participle = participle;
      this.from = from;
    }
  }

  /** The promise is over, and it is not done yet. */
  boolean overdue(Instant now) {
    return !state.isEnd() && promisedAt.isBefore(now);
  }

  /** Whose data it holds: its customer, if known. */
  List<UUID> people() {
    return customerId == null ? List.of() : List.of(customerId);
  }

  /**
   * The request after the move.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when it is not possible from its state
   */
  ServiceRequest after(Move move, Instant at, String by, @Nullable String reason) {
    if (!move.from.contains(state)) {
      throw impossible(move.participle);
    }
    return changed(move.to, promisedAt, new Step(at, move.to, by, reason, null));
  }

  /**
   * The request with another promise.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when it has come to its end
   */
  ServiceRequest promisedFor(Instant promise, Instant at, String by, String reason) {
    if (state.isEnd()) {
      throw impossible("promised anew");
    }
    return changed(state, promise, new Step(at, state, by, reason, promise));
  }

  private RuntimeException impossible(String participle) {
    return Problems.conflict(
        "service-request-" + state.wire(),
        "The service request is %s; so it cannot be %s."
            .formatted(state.wire().replace('-', ' '), participle));
  }

  private ServiceRequest changed(State now, Instant promise, Step step) {
    List<Step> steps = new ArrayList<>(history);
    steps.add(step);
    return new ServiceRequest(
        id,
        version + 1,
        kind,
        now,
        storeId,
        saleId,
        customerId,
        promise,
        openedAt,
        openedBy,
        steps);
  }

  private static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
