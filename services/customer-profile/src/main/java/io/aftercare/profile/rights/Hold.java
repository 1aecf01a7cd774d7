package io.aftercare.profile.rights;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a suspected adverse reaction holds.
 *
 * @param reaction the suspicion
 * @param since when the house first heard of it
 * @param withdrawnAt when it turned out to be a mistake; absent while it stands
 */
record Hold(UUID reaction, UUID customer, Instant since, @Nullable Instant withdrawnAt) {}
