package io.aftercare.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it stands; carried by complaint opened and complaint resolved.
 *
 * @param complaintId the complaint, and the key of its events
 * @param version grows by one with every change, from 1
 * @param status {@code open} or {@code resolved}
 * @param customerId the pseudonymous customer
 * @param callId the follow-up call in which it was heard
 * @param saleId the sale it is about
 * @param storeId the store of that sale
 * @param category {@code effect}, {@code price}, {@code attitude}, {@code quality}, {@code wait} or
 *     {@code other}
 * @param openedAt when it was heard
 * @param resolvedAt when it was put right; only when resolved
 */
public record ComplaintEvent(
    UUID complaintId,
    long version,
    String status,
    UUID customerId,
    UUID callId,
    UUID saleId,
    String storeId,
    String category,
    Instant openedAt,
    @Nullable Instant resolvedAt) {}
