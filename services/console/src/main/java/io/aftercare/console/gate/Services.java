package io.aftercare.console.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are, and how long and how much they may answer. */
@ConfigMapping(prefix = "aftercare.console")
interface Services {

  URI salesUrl();

  URI customerProfileUrl();

  URI followUpUrl();

  URI feedbackUrl();

  /** How long a service may be silent before the page is told that it is not answering. */
  @WithDefault("10S")
  Duration patience();

  /**
   * The same, where much is read for one answer: the seals, a trial on past sales, all about a
   * customer. Less than the page's connection may be idle.
   */
  @WithDefault("2M")
  Duration longPatience();

  /** A form is small: what is larger is refused. In bytes. */
  @WithDefault("65536")
  int largestRequest();

  /** A list has at most 200 entries: what is larger is cut off. In bytes. */
  @WithDefault("4194304")
  long largestAnswer();

  /** All about a customer is larger. In bytes. */
  @WithDefault("67108864")
  long largestLongAnswer();

  /** How long a service may be silent, and how many bytes it may answer. */
  record Limits(Duration patience, long largestAnswer) {}

  default Limits limits(boolean isLong) {
    return isLong
        ? new Limits(longPatience(), largestLongAnswer())
        : new Limits(patience(), largestAnswer());
  }

  default URI of(Area area) {
    return switch (area) {
      case SALES -> salesUrl();
      case CUSTOMER_PROFILE -> customerProfileUrl();
      case FOLLOW_UP -> followUpUrl();
      case FEEDBACK -> feedbackUrl();
    };
  }
}
