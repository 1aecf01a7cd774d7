package io.aftercare.sales.sale;

import io.aftercare.sales.product.Product.Code;
import io.aftercare.sales.recall.SoldBatch;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines of new sales that name their batch, so that a recall finds them. */
final class SoldBatches {

  private SoldBatches() {}

  static List<SoldBatch> of(Collection<Sale> sales) {
    return sales.stream().flatMap(SoldBatches::of).toList();
  }

  private static Stream<SoldBatch> of(Sale sale) {
    List<NewSale.Line> lines = sale.posted().lines();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).batch() != null)
        .mapToObj(i -> line(sale, i + 1, lines.get(i)));
  }

  private static SoldBatch line(Sale sale, int number, NewSale.Line line) {
    Code sold = new Code(line.product().system(), line.product().code());
    return new SoldBatch(sale.id(), number, sold, line.batch(), line.quantity());
  }
}
