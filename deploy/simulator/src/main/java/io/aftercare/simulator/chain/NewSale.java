package io.aftercare.simulator.chain;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale as a till posts it.
 *
 * @param clientSaleId the till's own number of it, for ever the same
 * @param occurredAt by the store's clock
 * @param buyer {@code self}, {@code caregiver} or {@code other}
 * @param flags {@code missed-dose-risk} or none
 */
public record NewSale(
    String clientSaleId,
    OffsetDateTime occurredAt,
    @Nullable UUID customerId,
    String buyer,
    List<Line> lines,
    String currency,
    @Nullable List<String> flags) {

  /**
   * One product of the sale.
   *
   * @param unitPrice in the sale's currency
   * @param daysSupply days that the whole line lasts
   * @param brandSwitch another brand than the customer's usual one
   */
  public record Line(
      Article product,
      int quantity,
      BigDecimal unitPrice,
      @Nullable Integer daysSupply,
      boolean prescription,
      @Nullable Boolean brandSwitch) {}

  /** The product as the till names it. */
  public record Article(
      String system, String code, String name, @Nullable String form, @Nullable String strength) {

    public static Article of(Product product) {
      return new Article(
          product.system(), product.code(), product.name(), product.form(), product.strength());
    }
  }
}
