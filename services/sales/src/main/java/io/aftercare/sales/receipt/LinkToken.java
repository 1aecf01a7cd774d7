package io.aftercare.sales.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret in a receipt's link: 256 random bits. Nobody keeps it but the customer; the database
 * knows only its hash.
 *
 * @param text as it stands in the link
 */
record LinkToken(String text) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static LinkToken random() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Empty for what can be no token: it is not worth asking the database. */
  static Optional<LinkToken> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
  }

  byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "a receipt's token";
  }
}
