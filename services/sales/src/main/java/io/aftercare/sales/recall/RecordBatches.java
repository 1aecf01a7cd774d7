package io.aftercare.sales.recall;

import io.aftercare.sales.product.Product;
import io.aftercare.sales.product.Product.Code;
import io.aftercare.sales.product.Products;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Remembers which lines of new sales hold which batch. A till that was offline may bring a sale of
 * a batch that has been recalled meanwhile: such a sale is told like those before it.
 */
@ApplicationScoped
public class RecordBatches {

  private final Recalls recalls;
  private final RecalledSales sales;
  private final TellRecalledSales telling;
  private final Products products;

  RecordBatches(
      Recalls recalls, RecalledSales sales, TellRecalledSales telling, Products products) {
    this.recalls = recalls;
    this.sales = sales;
    this.telling = telling;
    this.products = products;
  }

  /** In the transaction that stores the sales, after they are stored. */
  public Uni<Void> of(SqlConnection transaction, List<SoldBatch> sold) {
    if (sold.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Recalls.Key> keys = sold.stream().flatMap(this::keys).distinct().toList();
    return RecallLock.ofSale(transaction)
        .chain(() -> sales.keep(transaction, sold))
        .chain(() -> recalls.find(transaction, keys))
        .chain(found -> tell(transaction, found, sold));
  }

  private Uni<Void> tell(SqlConnection transaction, List<Recall> found, List<SoldBatch> sold) {
    Uni<Void> told = Uni.createFrom().voidItem();
    for (Recall recall : found) {
      Recalls.Key key = new Recalls.Key(recall.batch(), recall.product());
      List<SoldBatch> hit = sold.stream().filter(line -> keys(line).anyMatch(key::equals)).toList();
      List<Code> codes = hit.stream().map(SoldBatch::product).distinct().toList();
      UUID[] among = hit.stream().map(SoldBatch::saleId).distinct().toArray(UUID[]::new);
      told = told.chain(() -> telling.tell(transaction, recall, codes, among, null));
    }
    return told;
  }

  /** A recall names the product's own code; the product may have been catalogued since. */
  private Stream<Recalls.Key> keys(SoldBatch line) {
    Code sold = line.product();
    return Stream.concat(
            Stream.of(sold), products.find(sold.system(), sold.code()).map(Product::own).stream())
        .map(code -> new Recalls.Key(line.batch(), code));
  }
}
