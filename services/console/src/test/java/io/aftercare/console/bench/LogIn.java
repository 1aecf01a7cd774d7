package io.aftercare.console.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An OpenID provider that asks for no password: whoever comes is let in as Ann, an agent, or as
 * whom it was told. It insists on PKCE, as Keycloak does for the console's client.
 */
public final class LogIn implements AutoCloseable {

  private static final String REALM = "/realms/aftercare";

  private final HttpServer server;
  private final KeyPair keys;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final AtomicInteger issued = new AtomicInteger();
  private final AtomicInteger letOut = new AtomicInteger();
  private volatile Duration life = Duration.ofMinutes(5);
  private volatile boolean renewing = true;
  private volatile boolean refusing;
  private volatile Person person = Person.ANN;

  /**
   * Who is let in.
   *
   * @param store whom they speak for; empty for the call centre
   */
  public record Person(String name, String role, String store) {

    static final Person ANN = new Person("Ann Agent", "agent", "");
  }

  LogIn() throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(REALM + "/.well-known/openid-configuration", this::describe);
    server.createContext(REALM + "/certs", this::certificates);
    server.createContext(REALM + "/auth", this::letIn);
    server.createContext(REALM + "/token", this::token);
    server.createContext(REALM + "/logout", this::letOut);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + REALM;
  }

  /** From now on tokens live this long, and can or cannot be renewed. */
  public void tokens(Duration life, boolean renewing) {
    this.life = life;
    this.renewing = renewing;
  }

  /** How many access tokens were handed out so far. */
  public int issued() {
    return issued.get();
  }

  /** From now on no log-in is finished. */
  public void refuse() {
    refusing = true;
  }

  /** From now on whoever comes is this person. */
  public void letsIn(Person next) {
    person = next;
  }

  /** Lets in whoever comes as Ann, with tokens of five minutes. */
  public void behave() {
    refusing = false;
    person = Person.ANN;
    tokens(Duration.ofMinutes(5), true);
  }

  /** How many people have logged out so far. */
  public int loggedOut() {
    return letOut.get();
  }

  private void describe(HttpExchange exchange) throws IOException {
    json(
        exchange,
        200,
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/certs", "end_session_endpoint": "%1$s/logout"}
        """
            .formatted(url()));
  }

  private void certificates(HttpExchange exchange) throws IOException {
    var key = (RSAPublicKey) keys.getPublic();
    json(
        exchange,
        200,
        """
        {"keys": [{"kid": "test", "kty": "RSA", "alg": "RS256", "use": "sig", "n": "%s", "e": "%s"}]}
        """
            .formatted(
                base64(key.getModulus().toByteArray()),
                base64(key.getPublicExponent().toByteArray())));
  }

  private void letIn(HttpExchange exchange) throws IOException {
    var asked = parameters(exchange.getRequestURI().getRawQuery());
    var code = "code-" + codes.size();
    codes.put(code, asked);
    redirect(
        exchange, asked.get("redirect_uri") + "?state=" + asked.get("state") + "&code=" + code);
  }

  private void token(HttpExchange exchange) throws IOException {
    var asked =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var granted =
        switch (asked.getOrDefault("grant_type", "")) {
          case "authorization_code" -> proven(asked) && !refusing;
          case "refresh_token" -> renewing;
          default -> false;
        };
    if (!granted) {
      json(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    json(
        exchange,
        200,
        """
        {"id_token": "%s", "access_token": "%s", "refresh_token": "renewal-%d",
         "token_type": "Bearer", "expires_in": %d}
        """
            .formatted(
                signed(Set.of("console"), "ID"),
                signed(Set.of("account"), "Bearer"),
                issued.incrementAndGet(),
                life.toSeconds()));
  }

  private boolean proven(Map<String, String> asked) {
    var begun = codes.remove(asked.get("code"));
    return begun != null
        && challenge(asked.get("code_verifier")).equals(begun.get("code_challenge"));
  }

  private String signed(Set<String> audience, String kind) {
    var token =
        Jwt.issuer(url())
            .subject("5f0c1f5e-0000-4000-8000-000000000001")
            .audience(audience)
            .claim("typ", kind)
            .claim("azp", "console")
            .claim("name", person.name())
            .claim("preferred_username", "ann")
            .claim("realm_access", Map.of("roles", List.of(person.role(), "offline_access")))
            .claim("serial", issued.get())
            .issuedAt(Instant.now())
            .expiresAt(Instant.now().plus(life));
    if (!person.store().isEmpty()) {
      token.claim("store_id", person.store());
    }
    return token.jws().keyId("test").sign(keys.getPrivate());
  }

  private void letOut(HttpExchange exchange) throws IOException {
    letOut.incrementAndGet();
    var asked = parameters(exchange.getRequestURI().getRawQuery());
    redirect(exchange, asked.get("post_logout_redirect_uri"));
  }

  private static String challenge(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Of a number: its sign takes a byte of its own where the number fills the others. */
  private static String base64(byte[] bytes) {
    var unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void redirect(HttpExchange exchange, String where) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Location", where);
      exchange.sendResponseHeaders(302, -1);
    }
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
