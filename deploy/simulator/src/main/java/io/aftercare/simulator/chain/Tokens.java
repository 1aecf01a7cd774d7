package io.aftercare.simulator.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Bearer tokens, one per name, renewed before they run out. A machine logs in by its own secret, a
 * person of the demonstration through the client that the local realm keeps for scripts.
 */
final class Tokens {

  private static final Duration EARLY = Duration.ofSeconds(20);

  private static final String SCRIPTS = "cli";

  private record Token(String value, long usableUntilNanos) {
    boolean usable() {
      return System.nanoTime() - usableUntilNanos < 0;
    }
  }

  private final Access access;
  private final Line line;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  Tokens(Access access, Line line) {
    this.access = access;
    this.line = line;
  }

  /** A token of a client or a user that is good for a while. */
  String of(String who) {
    Token known = tokens.get(who);
    if (known != null && known.usable()) {
      return known.value();
    }
    return tokens
        .compute(
            who, (name, standing) -> standing != null && standing.usable() ? standing : fetch(name))
        .value();
  }

  /** Drops a token that was refused, unless it has been renewed meanwhile. */
  void refused(String who, String value) {
    tokens.computeIfPresent(
        who, (name, standing) -> standing.value().equals(value) ? null : standing);
  }

  private Token fetch(String who) {
    Map<String, String> form =
        access.user(who).map(user -> person(who, user)).orElseGet(() -> machine(who));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    access.url("keycloak") + "/realms/aftercare/protocol/openid-connect/token"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(form)))
            .build();
    HttpResponse<String> response = line.send("keycloak", request);
    JsonNode body = Json.read(response.body());
    if (response.statusCode() != 200) {
      throw new CannotGoOn(
          "keycloak gives %s no token: %d %s"
              .formatted(who, response.statusCode(), body.path("error").asText()));
    }
    Duration lasts = Duration.ofSeconds(body.path("expires_in").asLong(60));
    Duration usable =
        lasts.compareTo(EARLY.multipliedBy(2)) > 0 ? lasts.minus(EARLY) : lasts.dividedBy(2);
    return new Token(body.path("access_token").asText(), System.nanoTime() + usable.toNanos());
  }

  private Map<String, String> machine(String client) {
    return Map.of(
        "grant_type",
        "client_credentials",
        "client_id",
        client,
        "client_secret",
        access.secret(client));
  }

  private Map<String, String> person(String name, Access.User user) {
    return Map.of(
        "grant_type",
        "password",
        "client_id",
        SCRIPTS,
        "client_secret",
        access.secret(SCRIPTS),
        "username",
        name,
        "password",
        user.password());
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
