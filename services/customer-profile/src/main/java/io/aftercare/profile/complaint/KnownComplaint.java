package io.aftercare.profile.complaint;

import java.time.Instant;
import java.util.UUID;

/**
 * A complaint as it stands; feedback owns it.
 *
 * @param customerId the customer who complained, whoever that is by now
 * @param category such as {@code wait}, as feedback names it
 * @param status such as {@code open}, as feedback names it
 */
public record KnownComplaint(
    UUID id, UUID customerId, String storeId, String category, String status, Instant openedAt) {}
