package io.aftercare.followup.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How incidents are remembered. */
@ConfigMapping(prefix = "aftercare.incident")
interface IncidentRules {

  /** How long whoever meets the customer is told of it. */
  @WithDefault("P365D")
  Duration toldFor();
}
