package io.aftercare.benchmark.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens as Keycloak makes them (RS256, 2048 bits), signed here, so that no Keycloak takes
 * part of the cores. The services verify them with the public key.
 */
public final class Tokens {

  private static final Duration LIFE = Duration.ofHours(6);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;

  Tokens() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As {@code quarkus.oidc.public-key} takes it. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  /** A till of the store. */
  public String till(String storeId) {
    return of("till-" + storeId, storeId, "store");
  }

  /** A person or machine with these roles; the subject is stable per name. */
  public String of(String name, @Nullable String storeId, String... roles) {
    long now = System.currentTimeMillis() / 1_000;
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("exp", now + LIFE.toSeconds());
    claims.put("iat", now - 60);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iss", "http://localhost:8180/realms/aftercare");
    claims.put("sub", UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
    claims.put("typ", "Bearer");
    claims.put("azp", name);
    claims.put("acr", "1");
    claims.put("realm_access", Map.of("roles", List.of(roles)));
    claims.put("scope", "profile email");
    claims.put("preferred_username", name);
    if (storeId != null) {
      claims.put("store_id", storeId);
    }
    return sign(claims);
  }

  private String sign(Map<String, Object> claims) {
    try {
      String head = URL.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
      String text = head + "." + URL.encodeToString(JSON.writeValueAsBytes(claims));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException | JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
