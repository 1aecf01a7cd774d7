package io.aftercare.followup.message;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.MessageEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as the other services hear of it: that it was sent, never what it says. */
public final class MessageEvents {

  private MessageEvents() {}

  /** It was planned, or recorded as one that will not be sent. */
  static Event scheduled(Message message, Instant now, @Nullable String traceparent) {
    return event(EventTypes.MESSAGE_SCHEDULED, message, now, traceparent);
  }

  /** It stands otherwise, or got another time. */
  public static Event changed(Message message, Instant now) {
    return event(EventTypes.MESSAGE_CHANGED, message, now, Event.currentTrace());
  }

  private static Event event(
      String type, Message message, Instant now, @Nullable String traceparent) {
    return new Event(
        Topics.FOLLOW_UPS, type, message.id(), message.version(), now, data(message), traceparent);
  }

  private static MessageEvent data(Message message) {
    return new MessageEvent(
        message.id(),
        message.version(),
        message.state().key(),
        message.causeId(),
        message.saleId(),
        message.customerId(),
        message.storeId(),
        message.programme(),
        message.programmeVersion(),
        message.step(),
        message.purpose().key(),
        message.channel() == null ? null : message.channel().key(),
        message.due().at(),
        message.due().closesAt(),
        message.attempts(),
        message.reason(),
        message.origin().arm() == null ? null : message.origin().arm().experiment(),
        message.origin().arm() == null ? null : message.origin().arm().name());
  }
}
