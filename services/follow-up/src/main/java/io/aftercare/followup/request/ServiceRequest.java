package io.aftercare.followup.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service that a store promised a customer, as it stands.
 *
 * @param version grows by one with every change, from 1
 * @param state {@code open}, {@code under-way}, {@code done} or {@code cancelled}
 * @param kind such as {@code delivery}
 * @param promisedAt until when it is to be done
 * @param traceparent W3C trace context of the event; absent outside a trace
 */
public record ServiceRequest(
    UUID id,
    long version,
    String state,
    String kind,
    String storeId,
    UUID customerId,
    Instant promisedAt,
    @Nullable String traceparent) {}
