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

/** Bearer tokens of machines, one per client, renewed before they run out. */
final class Tokens {

  private static final Duration EARLY = Duration.ofSeconds(20);

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

  /** A token of the client that is good for a while. */
  String of(String client) {
    Token known = tokens.get(client);
    if (known != null && known.usable()) {
      return known.value();
    }
    return tokens
        .compute(
            client,
            (name, standing) -> standing != null && standing.usable() ? standing : fetch(name))
        .value();
  }

  /** Drops a token that was refused, unless it has been renewed meanwhile. */
  void refused(String client, String value) {
    tokens.computeIfPresent(
        client, (name, standing) -> standing.value().equals(value) ? null : standing);
  }

  private Token fetch(String client) {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            client,
            "client_secret",
            access.secret(client));
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
              .formatted(client, response.statusCode(), body.path("error").asText()));
    }
    Duration lasts = Duration.ofSeconds(body.path("expires_in").asLong(60));
    Duration usable =
        lasts.compareTo(EARLY.multipliedBy(2)) > 0 ? lasts.minus(EARLY) : lasts.dividedBy(2);
    return new Token(body.path("access_token").asText(), System.nanoTime() + usable.toNanos());
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
