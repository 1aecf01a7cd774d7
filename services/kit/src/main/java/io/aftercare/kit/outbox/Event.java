package io.aftercare.kit.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact to tell.
 *
 * @param topic where it is told
 * @param type the CloudEvents type
 * @param key the aggregate's id, for life
 * @param version the aggregate's version after the change
 * @param time when it happened, in business time
 * @param data the contract record; written as JSON
 * @param traceparent W3C trace context of what caused it, absent outside a trace
 */
public record Event(
    String topic,
    String type,
    UUID key,
    long version,
    Instant time,
    Object data,
    @Nullable String traceparent) {

  /** A fact caused by the request or message at hand: its trace goes on with the event. */
  public static Event of(
      String topic, String type, UUID key, long version, Instant time, Object data) {
    return new Event(topic, type, key, version, time, data, currentTrace());
  }

  /**
   * W3C trace context of the request at hand, for a fact that is told later on another's behalf;
   * absent outside a trace.
   */
  public static @Nullable String currentTrace() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
        : null;
  }
}
