package io.aftercare.sales.sale;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it stands: what the till said, what the house knew of it at that moment, and what
 * became of it.
 *
 * @param version grows by one with every change, from 1
 * @param posted the till's words
 * @param firstPurchase no earlier sale of this customer was recorded
 * @param missedDoseRisk the store said so, or a medicine taken for long was bought again late in
 *     the evening or after the last supply had ended
 * @param returns what came back, in the order it came
 */
record Sale(
    UUID id,
    long version,
    Status status,
    Origin store,
    Instant receivedAt,
    NewSale posted,
    boolean firstPurchase,
    boolean lateEvening,
    boolean missedDoseRisk,
    List<Line> lines,
    List<Return> returns,
    @Nullable String voidReason) {

  enum Status {
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("returned")
    RETURNED,
    @JsonProperty("voided")
    VOIDED;

    String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The store as it was when it sold.
   *
   * @param callingRegion the call-centre team for its customers; absent in sales of before it was
   *     kept
   */
  record Origin(
      String id,
      ZoneId zone,
      String country,
      @Nullable String region,
      @Nullable String callingRegion) {}

  /**
   * What the catalogue knew of a line's product.
   *
   * @param catalogueName absent for an uncatalogued product
   * @param firstOfClass first dispensing of this ATC class to this customer
   * @param brandSwitch another brand than the customer's usual one, as the store said or as the
   *     house remembers
   * @param daysSupply of the whole line
   */
  record Line(
      @Nullable String catalogueName,
      @Nullable String atc,
      @Nullable String form,
      boolean highAlert,
      boolean specialForm,
      boolean longTerm,
      boolean firstOfClass,
      boolean brandSwitch,
      @Nullable Integer daysSupply) {}

  /**
   * Lines that came back.
   *
   * @param clientReturnId the store's own number for it; the same again is the same return
   * @param quantities packs by line number
   */
  record Return(
      @Nullable String clientReturnId,
      Map<Integer, Integer> quantities,
      String reason,
      Instant at) {}

  /** Whose data it holds: its customer, if known. */
  List<UUID> people() {
    return posted.customerId() == null ? List.of() : List.of(posted.customerId());
  }

  /** Packs of the line (from 1) that came back so far. */
  int returnedOf(int line) {
    return returns.stream().mapToInt(back -> back.quantities().getOrDefault(line, 0)).sum();
  }

  /** Packs of the line (from 1) that can still come back. */
  int leftOf(int line) {
    return posted.lines().get(line - 1).quantity() - returnedOf(line);
  }

  /** It reached us more than a day after it was sold. */
  boolean isRecordedLate() {
    return Duration.between(posted.occurredAt().toInstant(), receivedAt).toDays() >= 1;
  }

  /** Price of what was sold and has not come back, in the sale's currency. */
  BigDecimal totalLeft() {
    BigDecimal total = BigDecimal.ZERO;
    for (int line = 1; line <= posted.lines().size(); line++) {
      BigDecimal price = posted.lines().get(line - 1).unitPrice();
      total = total.add(price.multiply(BigDecimal.valueOf(leftOf(line))));
    }
    return total;
  }

  Sale returning(Return back) {
    List<Return> all = new ArrayList<>(returns);
    all.add(back);
    return changed(Status.RETURNED, all, voidReason);
  }

  Sale voided(String reason) {
    return changed(Status.VOIDED, returns, reason);
  }

  private Sale changed(Status status, List<Return> returns, @Nullable String voidReason) {
    return new Sale(
        id,
        version + 1,
        status,
        store,
        receivedAt,
        posted,
        firstPurchase,
        lateEvening,
        missedDoseRisk,
        lines,
        returns,
        voidReason);
  }
}
