package io.aftercare.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service that a store promised a customer, as it stands after a change; carried by service
 * request opened and changed.
 *
 * @param requestId the request, and the key of its events
 * @param version grows by one with every change, from 1
 * @param state {@code open}, {@code under-way}, {@code done} or {@code cancelled}
 * @param kind {@code delivery}, {@code decoction}, {@code priority-dispensing} or {@code
 *     online-consultation}
 * @param storeId the store that promised it
 * @param saleId the sale it belongs to; absent when it belongs to none
 * @param customerId the pseudonymous customer; absent for an anonymous one
 * @param promisedAt until when it is to be done
 * @param openedAt when the store took it on
 */
public record ServiceRequestEvent(
    UUID requestId,
    long version,
    String state,
    String kind,
    String storeId,
    @Nullable UUID saleId,
    @Nullable UUID customerId,
    Instant promisedAt,
    Instant openedAt) {}
