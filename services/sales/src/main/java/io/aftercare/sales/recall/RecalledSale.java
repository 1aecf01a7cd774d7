package io.aftercare.sales.recall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale with packs of a recalled batch, as it stands now.
 *
 * @param lines those with the batch, from 1
 * @param quantity packs of them that were sold
 * @param returned packs of them that have come back
 * @param outstanding packs of them that have not; none of a voided sale
 */
record RecalledSale(
    UUID saleId,
    String storeId,
    String clientSaleId,
    Instant soldAt,
    @Nullable UUID customerId,
    String status,
    List<Integer> lines,
    int quantity,
    int returned,
    int outstanding) {

  List<UUID> people() {
    return customerId == null ? List.of() : List.of(customerId);
  }
}
