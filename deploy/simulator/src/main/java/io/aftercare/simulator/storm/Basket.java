package io.aftercare.simulator.storm;

import io.aftercare.simulator.chain.NewSale;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sale of the storm as its till has it.
 *
 * @param number the till's own, unique over all stores of the storm
 * @param customer absent for an anonymous sale
 */
record Basket(
    String number, String store, @Nullable UUID customer, Purchase purchase, OffsetDateTime at) {

  NewSale sale() {
    return new NewSale(
        number,
        at,
        customer,
        "self",
        purchase.goods().stream().map(Goods::line).toList(),
        "USD",
        null);
  }
}
