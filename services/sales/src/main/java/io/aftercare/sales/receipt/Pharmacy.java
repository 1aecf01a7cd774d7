package io.aftercare.sales.receipt;

import io.aftercare.sales.store.OpeningException;
import io.aftercare.sales.store.OpeningHours;
import io.aftercare.sales.store.Store;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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

  record Opening(LocalTime opens, LocalTime closes) {

    /** The end of the day has no time of its own: it is shown as midnight. */
    private static final String END_OF_DAY = "24:00";

    static Opening of(OpeningHours.Hours hours) {
      return new Opening(
          LocalTime.parse(hours.opens()),
          END_OF_DAY.equals(hours.closes()) ? LocalTime.MIDNIGHT : LocalTime.parse(hours.closes()));
    }
  }

  /**
   * A day with hours of its own, such as a holiday.
   *
   * @param hours empty when the store stays closed
   * @param note the store's own words, such as the holiday's name
   */
  record SpecialDay(LocalDate date, List<Opening> hours, @Nullable String note) {}

  static Pharmacy of(Store store) {
    Store.ReceiptSettings settings = store.receipt();
    return new Pharmacy(
        store.name(),
        store.country(),
        address(store.address()),
        store.phone(),
        hours(store.openingHours()),
        specialDays(store.openingExceptions()),
        store.languages() == null ? List.of() : store.languages(),
        settings == null ? null : settings.header(),
        settings == null ? null : settings.footer(),
        settings == null || settings.showPrices());
  }

  private static List<String> address(Store.@Nullable Address address) {
    if (address == null) {
      return List.of();
    }
    String city =
        address.postalCode() == null ? address.city() : address.postalCode() + " " + address.city();
    return List.of(address.street(), city);
  }

  private static List<SpecialDay> specialDays(@Nullable List<OpeningException> exceptions) {
    return exceptions == null
        ? List.of()
        : exceptions.stream()
            .map(
                day ->
                    new SpecialDay(
                        day.date(), day.hours().stream().map(Opening::of).toList(), day.note()))
            .toList();
  }

  private static Map<DayOfWeek, List<Opening>> hours(@Nullable OpeningHours hours) {
    Map<DayOfWeek, List<Opening>> days = new EnumMap<>(DayOfWeek.class);
    if (hours != null) {
      hours
          .byDay()
          .forEach(
              (day, open) ->
                  days.put(
                      DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
                      open.stream().map(Opening::of).toList()));
    }
    return days;
  }
}
