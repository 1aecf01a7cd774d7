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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Gives each customer a safe of their own: a random AES-256-GCM key, kept beside the customer and
 * wrapped by the newest master key. Whoever forgets the wrapped key has erased everything that was
 * sealed with it.
 */
@Startup
@ApplicationScoped
public class Vault {

  /** A wrapped key begins with the mark of the master key that wrapped it. */
  private static final int MARK = 5;

  private final Map<Integer, Aead> masters = new HashMap<>();
  private final int newest;
  private final SecureRandom random = new SecureRandom();

  Vault(Keys keys) {
    int last = 0;
    for (var master : keys.masters()) {
      try {
        last = number(master.getValue());
        masters.put(last, master(master.getValue(), last));
      } catch (GeneralSecurityException refused) {
        throw new IllegalStateException(master.getKey() + " cannot be used", refused);
      }
    }
    this.newest = last;
  }

  /** A new safe with a new key, for a customer who has none yet. */
  public Safe create(UUID customer) {
    byte[] key = new byte[Keys.BYTES];
    random.nextBytes(key);
    try {
      return new Safe(new AesGcmJce(key), wrap(customer, key));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A data key could not be made", impossible);
    }
  }

  /**
   * The customer's own safe.
   *
   * @throws Unopened when the key was not wrapped for this customer by one of the master keys
   */
  public Safe open(UUID customer, byte[] wrappedKey) {
    try {
      return new Safe(new AesGcmJce(unwrap(customer, wrappedKey)), wrappedKey);
    } catch (GeneralSecurityException refused) {
      throw new Unopened("The data key of customer " + customer + " does not unwrap", refused);
    }
  }

  /**
   * The same data key, wrapped by the newest master key.
   *
   * @throws Unopened when the key was not wrapped for this customer by one of the master keys
   */
  public byte[] rewrap(UUID customer, byte[] wrappedKey) {
    try {
      return wrap(customer, unwrap(customer, wrappedKey));
    } catch (GeneralSecurityException refused) {
      throw new Unopened("The data key of customer " + customer + " does not unwrap", refused);
    }
  }

  /** What a key begins with that the newest master key wrapped. */
  public byte[] newestMark() {
    return ByteBuffer.allocate(MARK).put((byte) 1).putInt(newest).array();
  }

  private byte[] wrap(UUID customer, byte[] key) throws GeneralSecurityException {
    return byNumber(newest).encrypt(key, keyPlace(customer));
  }

  private byte[] unwrap(UUID customer, byte[] wrappedKey) throws GeneralSecurityException {
    if (wrappedKey.length < MARK) {
      throw new GeneralSecurityException("too short for a wrapped key");
    }
    return byNumber(ByteBuffer.wrap(wrappedKey).getInt(1)).decrypt(wrappedKey, keyPlace(customer));
  }

  private Aead byNumber(int number) throws GeneralSecurityException {
    Aead master = masters.get(number);
    if (master == null) {
      throw new GeneralSecurityException("its master key is not among those given");
    }
    return master;
  }

  private static byte[] keyPlace(UUID customer) {
    return new Place("customer", "data_key", customer).bytes();
  }

  /** The number of a master key follows from the key itself. */
  private static int number(byte[] key) throws GeneralSecurityException {
    return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
  }

  /**
   * The wrapped keys name the master key that wrapped them, so that a next one can stand beside it.
   */
  private static Aead master(byte[] key, int number) throws GeneralSecurityException {
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
            .setIdRequirement(number)
            .build());
  }
}
