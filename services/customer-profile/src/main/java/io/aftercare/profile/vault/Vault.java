package io.aftercare.profile.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Gives each customer a safe of their own: a random AES-256-GCM key, kept beside the customer and
 * wrapped by the master key. Whoever forgets the wrapped key has erased everything that was sealed
 * with it.
 */
@Startup
@ApplicationScoped
public class Vault {

  private final Aead master;
  private final SecureRandom random = new SecureRandom();

  Vault(Keys keys) {
    try {
      this.master = master(keys.master());
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException(Keys.MASTER + " cannot be used", refused);
    }
  }

  /** A new safe with a new key, for a customer who has none yet. */
  public Safe create(UUID customer) {
    byte[] key = new byte[Keys.BYTES];
    random.nextBytes(key);
    try {
      return new Safe(new AesGcmJce(key), master.encrypt(key, keyPlace(customer)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A data key could not be made", impossible);
    }
  }

  /**
   * The customer's own safe.
   *
   * @throws Unopened when the key was not wrapped for this customer by this master key
   */
  public Safe open(UUID customer, byte[] wrappedKey) {
    try {
      return new Safe(new AesGcmJce(master.decrypt(wrappedKey, keyPlace(customer))), wrappedKey);
    } catch (GeneralSecurityException refused) {
      throw new Unopened("The data key of customer " + customer + " does not unwrap", refused);
    }
  }

  private static byte[] keyPlace(UUID customer) {
    return new Place("customer", "data_key", customer).bytes();
  }

  /**
   * The wrapped keys name the master key that wrapped them, so that a next one can stand beside it.
   */
  private static Aead master(byte[] key) throws GeneralSecurityException {
    int id = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
    var parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(Keys.BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    return AesGcmJce.create(
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
            .setIdRequirement(id)
            .build());
  }
}
