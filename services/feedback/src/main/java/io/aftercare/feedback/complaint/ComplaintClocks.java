package io.aftercare.feedback.complaint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** How long things about a complaint may take. */
@ConfigMapping(prefix = "aftercare.complaint")
interface ComplaintClocks {

  /** Working days until somebody who complained must have heard from us. */
  @WithDefault("3")
  int acknowledgeWithin();

  /** Where those who answer complaints count their days. */
  @WithDefault("UTC")
  ZoneId zone();
}
