package io.aftercare.followup.sending;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who sent this, and when: HMAC-SHA-256 (RFC 2104) over the seconds of the epoch, a full stop and
 * the body, in hex behind {@code v1=}. The same in both directions.
 */
final class Signature {

  static final String HEADER = "Aftercare-Signature";
  static final String TIMESTAMP = "Aftercare-Timestamp";

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private final byte[] secret;

  Signature(String secret) {
    this.secret = secret.getBytes(UTF_8);
  }

  String of(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(US_ASCII));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** It was made with our secret for this body, and not long ago: an old one may be a replay. */
  boolean holds(
      @Nullable String signature,
      @Nullable String timestamp,
      byte[] body,
      Instant now,
      Duration age) {
    if (signature == null || timestamp == null || !SECONDS.matcher(timestamp).matches()) {
      return false;
    }
    Duration between =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    return between.compareTo(age) <= 0
        && MessageDigest.isEqual(of(timestamp, body).getBytes(US_ASCII), signature.getBytes(UTF_8));
  }
}
