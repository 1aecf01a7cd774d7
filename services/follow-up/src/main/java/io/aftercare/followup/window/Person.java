package io.aftercare.followup.window;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of somebody to choose the hour of a call. Nothing that names them.
 *
 * @param storeZone the clock of the store that sold
 * @param customerZone the clock the customer lives by; absent while the customer is not known
 * @param preference when the customer likes to be called; absent when any lawful hour will do
 * @param country ISO 3166-1 alpha-2 of the store, whose holidays the call centre keeps
 * @param region ISO 3166-2 subdivision without the country; absent where unknown
 */
public record Person(
    ZoneId storeZone,
    @Nullable ZoneId customerZone,
    @Nullable Preference preference,
    String country,
    @Nullable String region) {

  /** The clock that due times are told in: the customer's, while unknown the store's. */
  public ZoneId zone() {
    return customerZone == null ? storeZone : customerZone;
  }

  boolean twoZones() {
    return customerZone != null && !customerZone.equals(storeZone);
  }
}
