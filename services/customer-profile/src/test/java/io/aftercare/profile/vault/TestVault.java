package io.aftercare.profile.vault;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Vaults without an application around them. */
public final class TestVault {

  private TestVault() {}

  /** The vault whose master key is made of this byte. */
  public static Vault ofKey(int master) {
    return new Vault(keys(master));
  }

  /** The index that belongs to it. */
  public static BlindIndex index(int master) {
    return new BlindIndex(keys(master));
  }

  private static Keys keys(int master) {
    return keys(Optional.of(key(master)), Optional.of(key(master + 1)));
  }

  /** Keys of the environment alone. */
  static Keys keys(Optional<String> master, Optional<String> index) {
    return new Keys(master, index, Optional.empty(), Optional.empty());
  }

  static String key(int of) {
    byte[] bytes = new byte[Keys.BYTES];
    Arrays.fill(bytes, (byte) of);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
