package io.aftercare.followup.optout;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links that nobody can guess: the message's id with a signature of 128 bits over it (HMAC-SHA-256
 * cut in half, as RFC 2104 §5 allows), 43 characters in all. Nothing is kept for them, and they
 * hold for as long as the message and the key do.
 */
@ApplicationScoped
public class OptOutLinks {

  private static final int KEY_BYTES = 32;
  private static final int HALF = 16;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final URI publicUrl;
  private final Optional<byte[]> key;

  OptOutLinks(OptOutRules rules) {
    this.publicUrl = rules.publicUrl();
    this.key = rules.key().filter(text -> !text.isBlank()).map(OptOutLinks::key);
  }

  /** Links can be made. */
  public boolean ready() {
    return key.isPresent();
  }

  /** Where the reader of this message says no. */
  public URI of(UUID message) {
    byte[] id = bytes(message);
    byte[] token = Arrays.copyOf(id, 2 * HALF);
    System.arraycopy(signature(id), 0, token, HALF, HALF);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    return URI.create(publicUrl.toString().replaceAll("/+$", "") + "/opt-out/" + text);
  }

  /** The message that a token was made for; empty for any other text. */
  Optional<UUID> message(String token) {
    if (key.isEmpty() || !FORM.matcher(token).matches()) {
      return Optional.empty();
    }
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    byte[] id = Arrays.copyOf(bytes, HALF);
    boolean ours =
        MessageDigest.isEqual(
            Arrays.copyOf(signature(id), HALF), Arrays.copyOfRange(bytes, HALF, 2 * HALF));
    return ours ? Optional.of(uuid(id)) : Optional.empty();
  }

  private byte[] signature(byte[] id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.orElseThrow(), "HmacSHA256"));
      return mac.doFinal(id);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] key(String text) {
    byte[] key = Base64.getDecoder().decode(text.strip());
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "aftercare.opt-out.key must be %d bytes in base64, not %d"
              .formatted(KEY_BYTES, key.length));
    }
    return key;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(HALF)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
