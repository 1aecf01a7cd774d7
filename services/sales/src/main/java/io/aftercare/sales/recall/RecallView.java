package io.aftercare.sales.recall;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recall with what has become of it. Voided sales never counted.
 *
 * @param sales that hold packs of the batch
 * @param customers of these sales, as far as they are known
 * @param anonymousSales of these sales, whose customers cannot be called
 * @param packs sold
 * @param returned packs that have come back
 * @param outstanding packs that have not
 */
record RecallView(
    UUID id,
    String system,
    String code,
    @Nullable String productName,
    String batch,
    String reason,
    Instant recalledAt,
    String recalledBy,
    int sales,
    int customers,
    int anonymousSales,
    int packs,
    int returned,
    int outstanding) {}
