package io.aftercare.profile.medication;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's visit to a store, as it stands.
 *
 * @param customerId the customer that the till named, whoever that is by now
 * @param soldOn by the store's calendar
 * @param total price of what was kept, in the currency; absent where the sale told none
 * @param currency ISO 4217; absent with the total
 */
public record Purchase(
    UUID saleId,
    UUID customerId,
    String storeId,
    Instant soldAt,
    LocalDate soldOn,
    boolean voided,
    @Nullable BigDecimal total,
    @Nullable String currency,
    List<Line> lines) {

  /**
   * One product of it.
   *
   * @param number position in the sale, from 1
   * @param name the catalogue's name of the product; absent for an uncatalogued one
   * @param atc as deep as the catalogue knows it
   * @param longTerm for a long-term condition
   * @param quantity packs sold
   * @param returned packs that came back
   * @param daysSupply days that all the packs sold last; absent where unknown
   */
  public record Line(
      int number,
      String system,
      String code,
      @Nullable String name,
      @Nullable String atc,
      @Nullable String form,
      boolean longTerm,
      int quantity,
      int returned,
      @Nullable Integer daysSupply) {}

  /** What the customer has of it: nothing when it was voided. */
  List<Line> kept() {
    return voided
        ? List.of()
        : lines.stream().filter(line -> line.returned() < line.quantity()).toList();
  }
}
