package io.aftercare.sales.sale;

import io.aftercare.kit.problem.Problems;
import java.util.Optional;
import java.util.UUID;

/** A store has its own sales; another's do not exist for it. */
final class StoreScope {

  private StoreScope() {}

  static Sale own(Optional<Sale> found, String storeId, UUID id) {
    return found
        .filter(sale -> sale.store().id().equals(storeId))
        .orElseThrow(() -> Problems.notFound("sale", id));
  }
}
