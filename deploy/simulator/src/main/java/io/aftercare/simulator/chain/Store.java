package io.aftercare.simulator.chain;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Store(
    String id,
    String name,
    String zone,
    String country,
    @Nullable String region,
    String currency,
    String phone) {

  /** The client that the store's till is known by. */
  public String till() {
    return "till-" + id;
  }
}
