package io.aftercare.simulator.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aftercare.simulator.chain.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens shaped as Keycloak shapes them, signed with a key made for this storm: Keycloak is
 * none of the parts that are hurt. A small desk on loopback gives the follow-up service its own
 * token.
 */
final class Tokens implements AutoCloseable {

  private static final Duration LIFE = Duration.ofHours(2);
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;
  private final HttpServer desk;

  Tokens() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    desk.createContext("/token", this::hand);
    desk.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    desk.start();
  }

  /** As {@code quarkus.oidc.public-key} takes it. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  /** Where a service of the house asks for its own token. */
  String deskUrl() {
    return "http://localhost:" + desk.getAddress().getPort();
  }

  String till(String store) {
    return of("till-" + store, store, "store");
  }

  /** A person or machine with these roles. */
  String of(String name, @Nullable String store, String... roles) {
    long now = System.currentTimeMillis() / 1_000;
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("exp", now + LIFE.toSeconds());
    claims.put("iat", now - 60);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iss", deskUrl());
    claims.put("sub", subject(name));
    claims.put("typ", "Bearer");
    claims.put("azp", name);
    claims.put("realm_access", Map.of("roles", List.of(roles)));
    claims.put("preferred_username", name);
    if (store != null) {
      claims.put("store_id", store);
    }
    return sign(claims);
  }

  /** The stable id of the person or machine of this name. */
  static String subject(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }

  private String sign(Map<String, Object> claims) {
    try {
      String head = URL.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
      String text = head + "." + URL.encodeToString(Json.write(claims).getBytes(UTF_8));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void hand(HttpExchange exchange) throws IOException {
    byte[] answer =
        Json.write(
                Map.of(
                    "access_token",
                    of("follow-up", null, "service"),
                    "token_type",
                    "Bearer",
                    "expires_in",
                    LIFE.toSeconds()))
            .getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    try (var body = exchange.getResponseBody()) {
      body.write(answer);
    }
  }

  @Override
  public void close() {
    desk.stop(0);
  }
}
