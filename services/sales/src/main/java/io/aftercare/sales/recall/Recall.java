package io.aftercare.sales.recall;

import io.aftercare.sales.product.Product.Code;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of a product that must come back.
 *
 * @param system with {@code code}, the product's own code, under whichever code it is sold
 * @param productName absent for an uncatalogued product
 * @param batch in capitals, as it is compared
 * @param reason in people's words; it stays here, no event carries it
 * @param recalledBy the name that the person logs in with
 */
record Recall(
    UUID id,
    String system,
    String code,
    @Nullable String productName,
    String batch,
    String reason,
    Instant recalledAt,
    String recalledBy) {

  Code product() {
    return new Code(system, code);
  }

  /**
   * Batches that differ in capitals alone are one: a recall must not miss what was typed by hand.
   */
  static String batch(String written) {
    return written.strip().toUpperCase(Locale.ROOT);
  }
}
