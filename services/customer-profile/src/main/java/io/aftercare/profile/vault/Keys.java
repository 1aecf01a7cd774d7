package io.aftercare.profile.vault;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that the service is given: one that marks are made with, and the master keys. Without
 * them it does not start. Master keys come from a keystore, several beside each other while they
 * are exchanged, or a single one from the environment; where both are given, the environment's is
 * the oldest.
 */
@Singleton
class Keys {

  static final String MASTER = "aftercare.keys.master";
  static final String INDEX = "aftercare.keys.index";
  static final String KEYSTORE = "aftercare.keys.keystore";
  static final String PASSWORD = "aftercare.keys.keystore-password";

  /** AES-256 and HMAC-SHA-256 alike. */
  static final int BYTES = 32;

  private final Map<String, byte[]> masters = new LinkedHashMap<>();
  private final byte[] index;

  Keys(
      @ConfigProperty(name = MASTER) Optional<String> master,
      @ConfigProperty(name = INDEX) Optional<String> index,
      @ConfigProperty(name = KEYSTORE) Optional<String> keystore,
      @ConfigProperty(name = PASSWORD) Optional<String> password) {
    if (keystore.isEmpty() || master.isPresent()) {
      masters.put(MASTER, decode(MASTER, master));
    }
    keystore.ifPresent(
        file -> masters.putAll(MasterKeys.in(file, password.orElse("").toCharArray())));
    this.index = decode(INDEX, index);
    masters.forEach(
        (name, key) -> {
          if (Arrays.equals(key, this.index)) {
            throw new IllegalStateException(
                name
                    + " and "
                    + INDEX
                    + " are the same: each guards against the loss of the other");
          }
        });
  }

  /** All master keys by name, the newest last: it wraps, and all of them unwrap. */
  List<Map.Entry<String, byte[]>> masters() {
    return List.copyOf(masters.entrySet());
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
