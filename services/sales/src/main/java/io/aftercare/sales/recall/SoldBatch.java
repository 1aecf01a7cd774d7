package io.aftercare.sales.recall;

import io.aftercare.sales.product.Product.Code;
import java.util.UUID;

/**
 * A line of a sale that names its batch.
 *
 * @param line from 1
 * @param product the code it was sold by
 * @param batch as it was written
 * @param quantity packs
 */
public record SoldBatch(UUID saleId, int line, Code product, String batch, int quantity) {

  public SoldBatch {
    batch = Recall.batch(batch);
  }
}
