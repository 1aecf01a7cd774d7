package io.aftercare.profile.card;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far the card looks ahead and back, in days. */
@ConfigMapping(prefix = "aftercare.card")
interface CardRules {

  /** So early somebody may be congratulated, or reminded of a present from the chain. */
  @WithDefault("7")
  int birthdayWithin();

  /** So long before a supply ends its refill is due. */
  @WithDefault("7")
  int refillAhead();

  /**
   * So long after a supply ended nobody is reminded any more: the medicine was stopped, or is
   * bought elsewhere.
   */
  @WithDefault("60")
  int refillForgotten();
}
