package io.aftercare.console.session;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the business time, shifted with all other services in a demonstration and never in
 * production.
 */
class Clocks {

  @Produces
  @Singleton
  Clock clock(
      @ConfigProperty(name = "aftercare.clock.offset", defaultValue = "PT0S") Duration offset) {
    if (!offset.isZero() && ConfigUtils.isProfileActive(LaunchMode.NORMAL.getDefaultProfile())) {
      throw new IllegalStateException(
          "aftercare.clock.offset is %s, but a production clock is never shifted: remove the setting"
              .formatted(offset));
    }
    return Clock.offset(Clock.systemUTC(), offset);
  }
}
