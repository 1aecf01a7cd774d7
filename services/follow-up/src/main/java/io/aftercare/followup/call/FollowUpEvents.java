package io.aftercare.followup.call;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.FollowUpEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call as the other services hear of it. */
public final class FollowUpEvents {

  private static final String CHANNEL = "call";

  private FollowUpEvents() {}

  /**
   * It was planned or got another time; where it is recorded as one that will not be made, that is
   * told instead.
   */
  public static Event planned(Call call, Instant now, @Nullable String traceparent) {
    String type =
        call.state() == CallState.PLANNED || call.state() == CallState.PAUSED
            ? EventTypes.FOLLOW_UP_SCHEDULED
            : EventTypes.FOLLOW_UP_CANCELLED;
    return event(type, call, now, traceparent);
  }

  /** It will not be made. */
  public static Event cancelled(Call call, Instant now, @Nullable String traceparent) {
    return event(EventTypes.FOLLOW_UP_CANCELLED, call, now, traceparent);
  }

  /** It was tried: it is to be tried again, has come to its end, or a supervisor must find out. */
  public static Event tried(Call call, Instant now, @Nullable String traceparent) {
    String type =
        switch (call.state()) {
          case DONE, NOT_REACHED -> EventTypes.FOLLOW_UP_COMPLETED;
          case CANCELLED -> EventTypes.FOLLOW_UP_CANCELLED;
          case PLANNED, PAUSED, HELD, SUPERVISOR, TOO_LATE, HELD_OUT ->
              EventTypes.FOLLOW_UP_ATTEMPTED;
        };
    return event(type, call, now, traceparent);
  }

  /**
   * As its last event told it; a call that somebody holds was told as one that is planned.
   *
   * @param at when that was
   */
  static Event again(Call call, Instant at) {
    String type =
        switch (call.state()) {
          case DONE, NOT_REACHED -> EventTypes.FOLLOW_UP_COMPLETED;
          case CANCELLED, TOO_LATE, HELD_OUT -> EventTypes.FOLLOW_UP_CANCELLED;
          case PLANNED, PAUSED, HELD ->
              call.last() == null ? EventTypes.FOLLOW_UP_SCHEDULED : EventTypes.FOLLOW_UP_ATTEMPTED;
          case SUPERVISOR -> EventTypes.FOLLOW_UP_ATTEMPTED;
        };
    CallState told = call.state() == CallState.HELD ? CallState.PLANNED : call.state();
    return new Event(
        Topics.FOLLOW_UPS, type, call.id(), call.version(), at, data(call, told), null);
  }

  private static Event event(String type, Call call, Instant now, @Nullable String traceparent) {
    return new Event(
        Topics.FOLLOW_UPS,
        type,
        call.id(),
        call.version(),
        now,
        data(call, call.state()),
        traceparent);
  }

  private static FollowUpEvent data(Call call, CallState state) {
    Origin origin = call.origin();
    LastAttempt last = call.last();
    Spent spent = call.spent();
    return new FollowUpEvent(
        call.id(),
        call.version(),
        state.key(),
        origin.saleId(),
        call.customerId(),
        origin.storeId(),
        origin.programme(),
        origin.programmeVersion(),
        origin.step(),
        call.priority(),
        call.plan().dueAt(),
        call.plan().closesAt(),
        call.attempts(),
        last == null ? null : last.disposition(),
        call.cancelReason(),
        last == null ? null : last.satisfaction(),
        last == null ? null : last.complaintCategory(),
        last == null ? null : last.agent(),
        last == null ? null : last.seconds(),
        call.arm() == null ? null : call.arm().experiment(),
        call.arm() == null ? null : call.arm().name(),
        call.conversationId(),
        spent.currency() == null ? null : spent.seconds(),
        spent.currency() == null ? null : Math.toIntExact(spent.minor()),
        spent.currency(),
        origin.causeId(),
        CHANNEL,
        call.answers().isEmpty() ? null : call.answers().stream().map(FollowUpEvents::of).toList());
  }

  private static FollowUpEvent.Answer of(Answer answer) {
    return new FollowUpEvent.Answer(
        answer.question(), answer.codes().isEmpty() ? null : answer.codes(), answer.number());
  }
}
