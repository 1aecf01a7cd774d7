package io.aftercare.followup.holdout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Who is held out. A policy: chance decides, but the same customer always has the same arm in the
 * same experiment, on every instance, and a share that grows keeps those it had.
 */
final class Arms {

  /** Places on the wheel; a percent is a hundred of them. */
  private static final int PLACES = 10_000;

  private static final int PLACES_A_PERCENT = 100;

  private Arms() {}

  static boolean heldOut(String experiment, UUID customer, int sharePercent) {
    return place(experiment, customer) < sharePercent * PLACES_A_PERCENT;
  }

  private static int place(String experiment, UUID customer) {
    MessageDigest digest = sha256();
    digest.update(experiment.getBytes(UTF_8));
    digest.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(customer.getMostSignificantBits())
            .putLong(customer.getLeastSignificantBits())
            .array());
    // Eight bytes are so many that the remainder favours no place.
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest.digest()).getLong(), PLACES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
