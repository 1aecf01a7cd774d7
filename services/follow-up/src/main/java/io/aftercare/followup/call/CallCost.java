package io.aftercare.followup.call;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a minute on the phone costs the chain. */
@ApplicationScoped
public class CallCost {

  private static final long SECONDS = 60;

  private final long perMinute;
  private final String currency;

  CallCost(
      @ConfigProperty(name = "aftercare.cost.per-minute") long perMinute,
      @ConfigProperty(name = "aftercare.cost.currency") String currency) {
    this.perMinute = perMinute;
    this.currency = currency;
  }

  /** The cost of so many seconds, rounded to the nearest unit. */
  public Spent of(int seconds) {
    return new Spent(seconds, Math.round((double) seconds * perMinute / SECONDS), currency);
  }
}
