package io.aftercare.kit.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/**
 * Identifiers that grow with time (UUID version 7, RFC 9562), so that new rows land side by side in
 * an index.
 */
public final class Ids {

  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private Ids() {}

  /** A new identifier; it says roughly when it was made, and nothing else. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
