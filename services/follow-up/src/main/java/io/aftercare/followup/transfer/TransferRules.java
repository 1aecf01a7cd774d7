package io.aftercare.followup.transfer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody with a red flag waits for whom. */
@ConfigMapping(prefix = "aftercare.transfer")
interface TransferRules {

  /** Then the store's own pharmacist sees it as well. */
  @WithDefault("PT30S")
  Duration storeAfter();

  /** Then the supervisor does, too; counted from the beginning. */
  @WithDefault("PT60S")
  Duration supervisorAfter();

  /** How often it is looked whether somebody waits too long. */
  @WithDefault("PT1S")
  Duration lookEvery();
}
