package io.aftercare.kit.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Real signed tokens, shaped as Keycloak shapes them; the services under test verify them with the
 * public key.
 */
public final class Tokens {

  private static final String REMEMBERED = "aftercare.test.keys";
  private static final KeyPair KEYS = sharedKeys();

  private Tokens() {}

  /** A till of the store. */
  public static String till(String storeId) {
    return of("till-" + storeId, storeId, "store");
  }

  public static String agent(String name) {
    return of(name, null, "agent");
  }

  /** A token of anybody; the subject is stable per name. */
  public static String of(String name, @Nullable String storeId, String... roles) {
    return token(KEYS, name, storeId, Duration.ofHours(1), roles);
  }

  /** A token of somebody who has it only for so long. */
  public static String lasting(Duration life, String name, String... roles) {
    return token(KEYS, name, null, life, roles);
  }

  /** A token that ran out a minute ago. */
  public static String expired(String name, String... roles) {
    return token(KEYS, name, null, Duration.ofMinutes(-1), roles);
  }

  /** A well-formed token signed by somebody else. */
  public static String foreign(String name, String... roles) {
    return token(newKeys(), name, null, Duration.ofHours(1), roles);
  }

  /** The subject that {@link #of} gives a name. */
  public static String subject(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  static String publicKey() {
    return encode(KEYS.getPublic());
  }

  private static String token(
      KeyPair keys, String name, @Nullable String storeId, Duration life, String... roles) {
    long now = System.currentTimeMillis() / 1_000;
    var claims =
        Jwt.claims()
            .subject(subject(name))
            .preferredUserName(name)
            .claim("realm_access", Map.of("roles", Arrays.asList(roles)))
            .issuedAt(now - 120)
            .expiresAt(now + life.toSeconds());
    if (storeId != null) {
      claims.claim("store_id", storeId);
    }
    return claims.sign(keys.getPrivate());
  }

  /**
   * Test classes and test resources live in different class loaders; the JVM's properties are what
   * they share.
   */
  private static synchronized KeyPair sharedKeys() {
    try {
      String remembered = System.getProperty(REMEMBERED);
      if (remembered == null) {
        KeyPair keys = newKeys();
        System.setProperty(REMEMBERED, encode(keys.getPublic()) + ":" + encode(keys.getPrivate()));
        return keys;
      }
      String[] halves = remembered.split(":");
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1]))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encode(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
