package io.aftercare.simulator.chain;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A store of the chain.
 *
 * @param id such as {@code boston-1}
 * @param zone IANA zone of the store's clock
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2 subdivision without the country
 * @param currency ISO 4217
 * @param phone E.164
 * @param openingHours by the names of the days in lower case
 * @param languages in which it serves, best first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Store(
    String id,
    String name,
    String zone,
    String country,
    @Nullable String region,
    String currency,
    String phone,
    @Nullable Address address,
    @Nullable Map<String, List<Hours>> openingHours,
    @Nullable List<Closed> openingExceptions,
    @Nullable List<String> languages,
    @Nullable String callingRegion) {

  /** Where it stands. */
  public record Address(String street, String city, @Nullable String postalCode) {}

  /** Times of day; 24:00 is the end of the day. */
  public record Hours(String opens, String closes) {}

  /** A day on which it is open otherwise than usual. */
  public record Closed(LocalDate date, List<Hours> hours, @Nullable String note) {}

  /** A store of which only what is needed is told. */
  public Store(
      String id,
      String name,
      String zone,
      String country,
      @Nullable String region,
      String currency,
      String phone) {
    this(id, name, zone, country, region, currency, phone, null, null, null, null, null);
  }

  /** The client that the store's till is known by. */
  public String till() {
    return "till-" + id;
  }
}
