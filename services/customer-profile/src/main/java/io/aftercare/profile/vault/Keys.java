package io.aftercare.profile.vault;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The two keys that the service is given. Without both, it does not start. */
@Singleton
class Keys {

  static final String MASTER = "aftercare.keys.master";
  static final String INDEX = "aftercare.keys.index";

  /** AES-256 and HMAC-SHA-256 alike. */
  static final int BYTES = 32;

  private final byte[] master;
  private final byte[] index;

  Keys(
      @ConfigProperty(name = MASTER) Optional<String> master,
      @ConfigProperty(name = INDEX) Optional<String> index) {
    this.master = decode(MASTER, master);
    this.index = decode(INDEX, index);
    if (Arrays.equals(this.master, this.index)) {
      throw new IllegalStateException(
          MASTER + " and " + INDEX + " are the same: each guards against the loss of the other");
    }
  }

  byte[] master() {
    return master;
  }

  byte[] index() {
    return index;
  }

  private static byte[] decode(String name, Optional<String> value) {
    String text =
        value
            .filter(given -> !given.isBlank())
            .orElseThrow(() -> new IllegalStateException(name + " is missing: " + WANTED));
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException malformed) {
      // The cause would quote the key into the log.
      throw new IllegalStateException(name + " is not base64: " + WANTED);
    }
    if (key.length != BYTES) {
      throw new IllegalStateException("%s has %d bytes: %s".formatted(name, key.length, WANTED));
    }
    return key;
  }

  private static final String WANTED =
      "give " + BYTES + " random bytes in base64, such as `openssl rand -base64 32` prints";
}
