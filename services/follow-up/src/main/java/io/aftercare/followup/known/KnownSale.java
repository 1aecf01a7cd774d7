package io.aftercare.followup.known;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.aftercare.followup.window.Person;
import io.aftercare.kit.time.Ids;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale, as far as the rules ask about it.
 *
 * @param version the sale's version that this is
 * @param voided it never happened
 * @param occurredAt when it was sold, with the till's offset
 * @param customerId absent for an anonymous sale
 * @param caregiverBought the buyer was a caregiver of the patient
 */
public record KnownSale(
    UUID id,
    long version,
    boolean voided,
    String storeId,
    ZoneId storeZone,
    String storeCountry,
    @Nullable String storeRegion,
    OffsetDateTime occurredAt,
    @Nullable UUID customerId,
    boolean caregiverBought,
    boolean firstPurchase,
    boolean lateEvening,
    boolean missedDoseRisk,
    List<Line> lines) {

  /**
   * One line of it.
   *
   * @param name what the product is called; its code where the catalogue has no name
   * @param returned all packs came back
   * @param daysSupply days that the whole line lasts; absent where unknown
   * @param system code system of the product; absent for a sale that was told before this was kept
   * @param code its code in that system; absent together with it
   */
  public record Line(
      int number,
      String name,
      @Nullable String atc,
      boolean highAlert,
      boolean specialForm,
      boolean longTerm,
      boolean prescription,
      boolean brandSwitch,
      boolean firstOfClass,
      boolean returned,
      @Nullable Integer daysSupply,
      @Nullable String system,
      @Nullable String code) {}

  /** The same sale, had it been neither the first nor late. */
  public KnownSale withoutRelationship() {
    return new KnownSale(
        id,
        version,
        voided,
        storeId,
        storeZone,
        storeCountry,
        storeRegion,
        occurredAt,
        customerId,
        caregiverBought,
        false,
        false,
        missedDoseRisk,
        lines);
  }

  /** Of which country nothing is known. */
  private static final String ANYWHERE = "ZZ";

  /**
   * Stands for the sale where a customer rang who never bought: it asks for nothing, and only says
   * which store and which clock.
   *
   * @param at when they rang
   */
  public static KnownSale none(UUID customer, String store, ZoneId zone, OffsetDateTime at) {
    return new KnownSale(
        Ids.next(),
        0,
        false,
        store,
        zone,
        ANYWHERE,
        null,
        at,
        customer,
        false,
        false,
        false,
        false,
        List.of());
  }

  /** The date of the sale by the store's clock. */
  @JsonIgnore
  public LocalDate date() {
    return occurredAt.toInstant().atZone(storeZone).toLocalDate();
  }

  /**
   * Whose hours count for a call about this sale; in the store's time while the customer is not
   * known.
   */
  public Person person(@Nullable KnownCustomer customer) {
    return customer == null
        ? new Person(storeZone, null, null, storeCountry, storeRegion)
        : new Person(storeZone, customer.zone(), customer.preference(), storeCountry, storeRegion);
  }
}
