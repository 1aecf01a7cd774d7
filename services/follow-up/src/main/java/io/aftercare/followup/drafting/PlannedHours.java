package io.aftercare.followup.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long calls are expected to take, for plans. */
@ApplicationScoped
class PlannedHours {

  private static final double MINUTES_AN_HOUR = 60;

  private final Duration perCall;

  PlannedHours(@ConfigProperty(name = "aftercare.programmes.expected-call") Duration perCall) {
    this.perCall = perCall;
  }

  /** The hours that so many calls take, to a tenth. */
  double of(int calls) {
    return Math.round(calls * perCall.toSeconds() / MINUTES_AN_HOUR / MINUTES_AN_HOUR * 10) / 10.0;
  }
}
