package io.aftercare.sales.receipt;

import io.aftercare.sales.store.Store;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A store as its receipts show it. Here, and only here, a receipt reads the store.
 *
 * @param address line by line, as it is written on a letter
 * @param hours by weekday, from Monday; empty when unknown. A day that is missing is a day off
 * @param specialDays days on which other hours hold
 * @param languages BCP 47 tags, the usual one first
 * @param header the store's own words above the medicines
 * @param footer the store's own words at the end
 */
record Pharmacy(
    String name,
    String country,
    List<String> address,
    @Nullable String phone,
    Map<DayOfWeek, List<Opening>> hours,
    List<SpecialDay> specialDays,
    List<String> languages,
    @Nullable String header,
    @Nullable String footer,
    boolean showPrices) {

  record Opening(LocalTime opens, LocalTime closes) {}

  /**
   * A day with hours of its own, such as a holiday.
   *
   * @param hours empty when the store stays closed
   * @param note the store's own words, such as the holiday's name
   */
  record SpecialDay(LocalDate date, List<Opening> hours, @Nullable String note) {}

  static Pharmacy of(Store store) {
    return new Pharmacy(
        store.name(),
        store.country(),
        List.of(),
        store.phone(),
        Map.of(),
        List.of(),
        List.of(),
        null,
        null,
        true);
  }
}
