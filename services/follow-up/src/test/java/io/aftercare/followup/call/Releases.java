package io.aftercare.followup.call;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;

/** Releases that reckon hours otherwise than this one, as a test needs them. */
public final class Releases {

  private Releases() {}

  /** An instance starts that goes by these rules, and has seen to what waits. */
  public static void starts(String rules) {
    CDI.current()
        .select(ReplanAfterRelease.class)
        .get()
        .look(rules)
        .await()
        .atMost(Duration.ofSeconds(30));
  }
}
