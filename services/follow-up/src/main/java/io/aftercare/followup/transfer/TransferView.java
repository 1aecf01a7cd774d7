package io.aftercare.followup.transfer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer.
 *
 * @param priority always 0: nothing comes before it
 * @param redFlags what was named
 * @param placeConfirmed the agent knows where the person is
 * @param waitingSince since when the person waits for somebody who may advise
 * @param storeAt when the store's pharmacist was asked as well; absent where that was not needed
 * @param supervisorAt when the supervisor was asked as well; absent where that was not needed
 * @param takenBy the subject of who took over; absent before
 * @param ending what came of it; absent before
 */
record TransferView(
    UUID id,
    UUID callId,
    UUID customerId,
    String storeId,
    String agent,
    int priority,
    List<String> redFlags,
    boolean placeConfirmed,
    TransferState state,
    Instant waitingSince,
    @Nullable Instant storeAt,
    @Nullable Instant supervisorAt,
    @Nullable String takenBy,
    @Nullable Instant takenAt,
    @Nullable String ending,
    @Nullable Instant endedAt) {}
