package io.aftercare.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it stands after a change; carried by sale completed, returned and voided.
 *
 * @param saleId the sale, and the key of its events
 * @param version grows by one with every change of this sale, from 1
 * @param status {@code completed}, {@code returned} (wholly or in part) or {@code voided}
 * @param storeId the store that sold
 * @param storeZone IANA zone of the store's clock
 * @param storeCountry ISO 3166-1 alpha-2, for holidays
 * @param storeRegion ISO 3166-2 subdivision without the country, for holidays; absent where unknown
 * @param storeCallingRegion the call-centre team that calls the store's customers, as the chain
 *     names it; absent where none is named
 * @param occurredAt when it was sold, with the offset the till's clock had
 * @param receivedAt when the sales service took it in
 * @param customerId the pseudonymous customer; absent for an anonymous sale, which makes no contact
 * @param buyer who stood at the counter: {@code self}, {@code caregiver} or {@code other}
 * @param firstPurchase no earlier sale of this customer is recorded
 * @param lateEvening sold from 20:00 to 04:59 by the store's clock
 * @param missedDoseRisk the store saw that a dose may have been missed
 * @param unacknowledgedWarning a warning was shown at the counter and nobody acknowledged it;
 *     absent in events of before it was told
 * @param total price of what was sold and has not come back; absent in events of before it was told
 * @param currency ISO 4217 of the total; absent with it
 */
public record SaleEvent(
    UUID saleId,
    long version,
    String status,
    String storeId,
    String storeZone,
    String storeCountry,
    @Nullable String storeRegion,
    @Nullable String storeCallingRegion,
    OffsetDateTime occurredAt,
    Instant receivedAt,
    @Nullable UUID customerId,
    String buyer,
    boolean firstPurchase,
    boolean lateEvening,
    boolean missedDoseRisk,
    @Nullable Boolean unacknowledgedWarning,
    List<Line> lines,
    @Nullable BigDecimal total,
    @Nullable String currency) {

  /**
   * One line, with what the catalogue knows of the product.
   *
   * @param number position in the sale, from 1
   * @param system code system of the product, such as {@code rxnorm}
   * @param code the product's code in that system
   * @param productName the catalogue's name; absent for an uncatalogued product
   * @param atc ATC code of the medicine, as deep as the catalogue knows it
   * @param form dosage form in lower case words, such as {@code tablet} or {@code inhaler}
   * @param highAlert harm is grave when it is taken wrongly
   * @param specialForm the form needs technique: pen, inhaler, drops, patch, injection
   * @param longTerm for a long-term condition
   * @param prescription sold on prescription
   * @param brandSwitch another brand than the customer's usual one
   * @param firstOfClass first dispensing of this ATC class (four characters) to this customer
   * @param quantity packs sold
   * @param returnedQuantity packs that came back
   * @param daysSupply days that the whole line lasts; absent where unknown
   */
  public record Line(
      int number,
      String system,
      String code,
      @Nullable String productName,
      @Nullable String atc,
      @Nullable String form,
      boolean highAlert,
      boolean specialForm,
      boolean longTerm,
      boolean prescription,
      boolean brandSwitch,
      boolean firstOfClass,
      int quantity,
      int returnedQuantity,
      @Nullable Integer daysSupply) {}
}
