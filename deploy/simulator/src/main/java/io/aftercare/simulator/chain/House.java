package io.aftercare.simulator.chain;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The running house, spoken to over its public HTTP. Who speaks is a client, such as {@code
 * till-boston-1}, or a user, such as {@code ann}.
 */
public final class House implements AutoCloseable {

  private static final String JSON = "application/json";

  private final Access access;
  private final Line line;
  private final Tokens tokens;

  /**
   * @param patience how long a part that does not answer is tried again
   */
  public House(Access access, Duration patience) {
    this.access = access;
    this.line = new Line(patience);
    this.tokens = new Tokens(access, line);
  }

  /** The clock that the house goes by. */
  public Clock clock() {
    return access.clock();
  }

  /** Whether the house gave this client a key, such as {@code till-boston-1}. */
  public boolean knows(String client) {
    return access.clients().containsKey(client);
  }

  /**
   * Looks once whether the parts answer.
   *
   * @throws CannotGoOn naming the first that does not
   */
  public void expectUp(String... parts) {
    for (String part : parts) {
      String path = part.equals("keycloak") ? "/realms/aftercare" : "/q/health/ready";
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(access.url(part) + path))
              .timeout(Duration.ofSeconds(10))
              .build();
      if (!line.answers(request)) {
        throw new CannotGoOn(
            "%s does not answer at %s: run ./aftercare up first".formatted(part, access.url(part)));
      }
    }
  }

  public Reply get(String who, String part, String path) {
    return send("GET", who, part, path, JSON, null);
  }

  public Reply put(String who, String part, String path, Object body) {
    return send("PUT", who, part, path, JSON, Json.write(body));
  }

  public Reply post(String who, String part, String path, Object body) {
    return send("POST", who, part, path, JSON, Json.write(body));
  }

  /** Sends a text as it is. */
  public Reply postText(String who, String part, String path, String mediaType, String text) {
    return send("POST", who, part, path, mediaType, text);
  }

  private Reply send(
      String method, String who, String part, String path, String type, @Nullable String body) {
    String token = tokens.of(who);
    HttpResponse<String> response = line.send(part, request(method, part, path, type, body, token));
    if (response.statusCode() == 401) {
      tokens.refused(who, token);
      response = line.send(part, request(method, part, path, type, body, tokens.of(who)));
    }
    return new Reply(response.statusCode(), Json.read(response.body()));
  }

  private HttpRequest request(
      String method, String part, String path, String type, @Nullable String body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(access.url(part) + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json, application/problem+json");
    if (body == null) {
      return request.method(method, BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", type)
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public void close() {
    line.close();
  }
}
