package io.aftercare.followup.optout;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where readers say no. */
@ConfigMapping(prefix = "aftercare.opt-out")
interface OptOutRules {

  /** The address readers use; it must lead to this service's {@code /opt-out/}. */
  URI publicUrl();

  /** 32 bytes in base64 that links are signed with; without it no message goes out. */
  Optional<String> key();
}
