package io.aftercare.followup.reaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** Until when the authority must be told, and when the supervisor is reminded. */
@ConfigMapping(prefix = "aftercare.reaction")
interface ReactionRules {

  /** EU: 15 days for a serious one (Directive 2001/83/EC, Article 107). */
  @WithDefault("P15D")
  Duration seriousWithin();

  /** EU: 90 days for any other. */
  @WithDefault("P90D")
  Duration otherWithin();

  /** So long before the end a serious one comes to the supervisor. */
  @WithDefault("P5D")
  Duration seriousEscalatesBefore();

  /** So long before the end any other comes to the supervisor. */
  @WithDefault("P14D")
  Duration otherEscalatesBefore();

  /** How often it is looked whether one is running out. */
  @WithDefault("PT1M")
  Duration lookEvery();

  /** Sales as young as this are looked through for suspects. */
  @WithDefault("P365D")
  Duration suspectsYoungerThan();

  default Instant due(boolean serious, Instant from) {
    return from.plus(serious ? seriousWithin() : otherWithin());
  }
}
