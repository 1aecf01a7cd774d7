package io.aftercare.profile.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds equal values without showing them: HMAC-SHA-256 under a key of its own. Equal values of one
 * kind have equal marks; without the key a mark can neither be read nor guessed at.
 */
@Singleton
public class BlindIndex {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  BlindIndex(Keys keys) {
    this.key = new SecretKeySpec(keys.index(), ALGORITHM);
  }

  /**
   * The mark of a value, 32 bytes.
   *
   * @param kind keeps kinds apart: the same text as a phone and as a note has two marks
   */
  public byte[] mark(String kind, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(kind.getBytes(UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(value.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(ALGORITHM + " is not available", impossible);
    }
  }
}
