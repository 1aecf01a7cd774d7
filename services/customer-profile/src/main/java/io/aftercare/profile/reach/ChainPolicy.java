package io.aftercare.profile.reach;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the chain lets its stores know of each other's customers. */
@ConfigMapping(prefix = "aftercare.reach")
public interface ChainPolicy {

  /** Whose customers a store finds by an exact phone number. */
  enum LookUp {
    /** The chain's: whoever gives their number at a counter is greeted there. */
    CHAIN,
    /** The store's own only. */
    STORE
  }

  @WithDefault("chain")
  LookUp lookUp();

  /** How long a store sees a customer of another store after finding them by phone. */
  @WithDefault("P30D")
  Duration acquaintance();

  /** How long somebody who broke the glass sees the file. */
  @WithDefault("PT1H")
  Duration brokenGlass();
}
