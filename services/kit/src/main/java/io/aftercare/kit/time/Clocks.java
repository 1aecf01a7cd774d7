package io.aftercare.kit.time;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the clock of business time. All services of a demonstration are shifted alike; production
 * never is.
 */
class Clocks {

  @Produces
  @Singleton
  Clock clock(
      @ConfigProperty(name = "aftercare.clock.offset", defaultValue = "PT0S") Duration offset) {
    if (!offset.isZero() && ConfigUtils.isProfileActive(LaunchMode.NORMAL.getDefaultProfile())) {
      throw new IllegalStateException(
          "aftercare.clock.offset is %s, but a production clock tells the time as it is: remove the setting"
              .formatted(offset));
    }
    return Clock.offset(Clock.systemUTC(), offset);
  }
}
