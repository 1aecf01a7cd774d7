package io.aftercare.kit.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of the access log.
 *
 * @param id its number in the table; numbers are handed out before commit and have gaps
 * @param at when it was read, in business time
 * @param who subject of the reader
 * @param storeId the store the reader works in, where there is one
 * @param what which data, in the words of the endpoint
 * @param reason what for
 * @param customers whose
 */
record AccessRecord(
    long id,
    Instant at,
    String who,
    @Nullable String storeId,
    String what,
    String reason,
    List<UUID> customers) {}
