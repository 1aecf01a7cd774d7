package io.aftercare.profile.permit;

import io.aftercare.profile.customer.Consent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Where the chain may set the permit stricter than the house does. */
@ConfigMapping(prefix = "aftercare.permit")
interface PermitRules {

  /** Years of age from which a customer is called themselves; below, only a caregiver is. */
  @WithDefault("12")
  int calledThemselvesFrom();

  /** Purposes for which nobody needs to have been asked. Marketing is never one of them. */
  @WithDefault("care-calls")
  Set<Consent.Purpose> unaskedAllows();
}
