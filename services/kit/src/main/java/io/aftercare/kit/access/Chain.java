package io.aftercare.kit.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a record is bound to the one before it: HMAC-SHA-256 (RFC 2104) over the seal before it, its
 * place and all it says. Whoever has the database but not the key cannot make the chain anew.
 */
@Singleton
class Chain {

  private static final String ALGORITHM = "HmacSHA256";

  /** Without a key the chain still shows what was changed by who does not make it anew. */
  private static final byte[] UNKEYED = "aftercare access log, unkeyed".getBytes(UTF_8);

  private final SecretKeySpec key;

  /**
   * @param key base64 of random bytes
   */
  Chain(@ConfigProperty(name = "aftercare.access-log.key") Optional<String> key) {
    this.key =
        new SecretKeySpec(
            key.map(String::strip).map(Base64.getDecoder()::decode).orElse(UNKEYED), ALGORITHM);
  }

  /**
   * The seal of a record, 32 bytes.
   *
   * @param before the seal of the place before
   * @param place from 1, without gaps
   */
  byte[] seal(byte[] before, long place, AccessRecord record) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(before);
      return mac.doFinal(said(place, record));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(ALGORITHM + " is not available", impossible);
    }
  }

  /** Every part with its length, so that nothing can be moved from one into the next. */
  private static byte[] said(long place, AccessRecord record) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(place);
      out.writeLong(record.id());
      out.writeLong(record.at().getEpochSecond());
      out.writeInt(record.at().getNano());
      text(out, record.who());
      text(out, record.storeId());
      text(out, record.what());
      text(out, record.reason());
      out.writeInt(record.customers().size());
      for (UUID customer : record.customers()) {
        out.writeLong(customer.getMostSignificantBits());
        out.writeLong(customer.getLeastSignificantBits());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
