package io.aftercare.sales.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it is shown.
 *
 * @param recordedLate it reached us more than a day after it was sold
 * @param total price of all lines as sold, in the sale's currency
 */
record SaleView(
    UUID id,
    String clientSaleId,
    String storeId,
    String status,
    long version,
    OffsetDateTime occurredAt,
    Instant receivedAt,
    boolean recordedLate,
    @Nullable UUID customerId,
    String buyer,
    Marks marks,
    List<Line> lines,
    String currency,
    BigDecimal total,
    NewSale.@Nullable Counselling counselling,
    @Nullable List<NewSale.Warning> warnings,
    @Nullable List<NewSale.AcknowledgedWarning> acknowledgedWarnings,
    @Nullable String voidReason) {

  /**
   * Why this sale may deserve a call, or a second look.
   *
   * @param unacknowledgedWarning a warning was shown and nobody took it upon them
   */
  record Marks(
      boolean firstPurchase,
      boolean lateEvening,
      boolean missedDoseRisk,
      boolean brandSwitch,
      boolean buyerIsNotPatient,
      boolean unacknowledgedWarning) {

    static Marks of(Sale sale) {
      return new Marks(
          sale.firstPurchase(),
          sale.lateEvening(),
          sale.missedDoseRisk(),
          sale.lines().stream().anyMatch(Sale.Line::brandSwitch),
          sale.posted().buyer() != NewSale.Buyer.SELF,
          sale.posted().leftWarningOpen());
    }
  }

  record Line(
      int line,
      NewSale.SoldProduct product,
      @Nullable String atc,
      int quantity,
      int returned,
      BigDecimal unitPrice,
      @Nullable Integer daysSupply,
      boolean prescription,
      boolean brandSwitch,
      boolean catalogued,
      @Nullable String batch,
      @Nullable LocalDate expiry,
      @Nullable String directions) {}

  static SaleView of(Sale sale) {
    NewSale posted = sale.posted();
    return new SaleView(
        sale.id(),
        posted.clientSaleId(),
        sale.store().id(),
        sale.status().wire(),
        sale.version(),
        posted.occurredAt(),
        sale.receivedAt(),
        sale.isRecordedLate(),
        posted.customerId(),
        posted.buyer().wire(),
        Marks.of(sale),
        IntStream.rangeClosed(1, posted.lines().size()).mapToObj(n -> line(sale, n)).toList(),
        posted.currency(),
        total(posted),
        posted.counselling(),
        posted.warnings(),
        posted.acknowledgedWarnings(),
        sale.voidReason());
  }

  private static Line line(Sale sale, int number) {
    NewSale.Line posted = sale.posted().lines().get(number - 1);
    Sale.Line known = sale.lines().get(number - 1);
    return new Line(
        number,
        posted.product(),
        known.atc(),
        posted.quantity(),
        sale.returnedOf(number),
        posted.unitPrice(),
        known.daysSupply(),
        posted.prescription(),
        known.brandSwitch(),
        known.catalogueName() != null,
        posted.batch(),
        posted.expiry(),
        posted.directions());
  }

  private static BigDecimal total(NewSale posted) {
    return posted.lines().stream()
        .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
