package io.aftercare.sales.sale;

import io.aftercare.sales.sale.NewSale.SoldProduct;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sale from the customer's side, for the other rooms: what was bought where, and what of it still
 * stands.
 *
 * @param number the till's number for it
 * @param zone the zone of the store's clock
 * @param people whose data it holds
 */
public record Purchase(
    UUID id,
    String number,
    String storeId,
    ZoneId zone,
    OffsetDateTime occurredAt,
    @Nullable UUID customerId,
    List<UUID> people,
    boolean voided,
    String currency,
    List<Item> items) {

  /**
   * One line.
   *
   * @param returned packs that came back
   * @param directions how to take it, in the words of the label
   */
  public record Item(
      String system,
      String code,
      String name,
      @Nullable String strength,
      @Nullable String form,
      int quantity,
      int returned,
      BigDecimal unitPrice,
      @Nullable String directions) {}

  static Purchase of(Sale sale) {
    NewSale posted = sale.posted();
    return new Purchase(
        sale.id(),
        posted.clientSaleId(),
        sale.store().id(),
        sale.store().zone(),
        posted.occurredAt(),
        posted.customerId(),
        sale.people(),
        sale.status() == Sale.Status.VOIDED,
        posted.currency(),
        IntStream.rangeClosed(1, posted.lines().size()).mapToObj(n -> item(sale, n)).toList());
  }

  private static Item item(Sale sale, int number) {
    NewSale.Line line = sale.posted().lines().get(number - 1);
    SoldProduct product = line.product();
    return new Item(
        product.system(),
        product.code(),
        product.name(),
        product.strength(),
        product.form(),
        line.quantity(),
        sale.returnedOf(number),
        line.unitPrice(),
        line.directions());
  }
}
