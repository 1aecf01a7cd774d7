package io.aftercare.simulator.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server that answers as the house would: it gives tokens, takes batches, knows what it has
 * taken, and can be told to be in trouble for a while.
 */
public final class PretendHouse implements AutoCloseable {

  private record Trouble(int status, String header, String value, String body) {}

  private final HttpServer server;
  private final Map<String, JsonNode> taken = new HashMap<>();
  private final Set<String> disliked = new HashSet<>();
  private final Queue<Trouble> troubles = new ArrayDeque<>();
  private String token = "token-1";
  private int tokensGiven;
  private int largestBatch;

  public PretendHouse() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public Access access() {
    URI here = URI.create("http://localhost:" + server.getAddress().getPort());
    return new Access(
        Duration.ZERO,
        Map.of("sales", here, "customer-profile", here, "keycloak", here),
        null,
        Map.of("till-boston-1", "secret", "seeder", "secret"),
        null);
  }

  /** The launcher's file for this house. */
  public Path accessFile(Path folder) throws IOException {
    return Files.writeString(folder.resolve("access.json"), Json.write(access()));
  }

  /** The next request is answered with this instead. */
  public synchronized PretendHouse isInTrouble(int status) {
    troubles.add(new Trouble(status, "Retry-After", "0", "{\"title\":\"not now\"}"));
    return this;
  }

  /** Refuses this item, whoever sends it. */
  public synchronized void dislikes(String id) {
    disliked.add(id);
  }

  /** Tokens given so far are worth nothing any more. */
  public synchronized void changesItsLocks() {
    token = "another-" + token;
  }

  public synchronized int taken() {
    return taken.size();
  }

  synchronized int tokensGiven() {
    return tokensGiven;
  }

  synchronized int largestBatch() {
    return largestBatch;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      JsonNode body = Json.read(path.endsWith("/import") ? "" : text);
      Trouble trouble = path.endsWith("/batch") ? nextTrouble() : null;
      if (path.endsWith("/token")) {
        say(exchange, 200, newToken());
      } else if (path.startsWith("/q/") || path.equals("/realms/aftercare")) {
        say(exchange, 200, "{}");
      } else if (!("Bearer " + token)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        say(exchange, 401, "{\"title\":\"who are you\"}");
      } else if (trouble != null) {
        exchange.getResponseHeaders().add(trouble.header(), trouble.value());
        say(exchange, trouble.status(), trouble.body());
      } else if (path.equals("/stores/boston-1")) {
        say(
            exchange,
            200,
            """
            {"id":"boston-1","name":"Boston","zone":"America/New_York","country":"US","currency":"USD","phone":"+16175550199"}
            """);
      } else if (path.equals("/sales/batch")) {
        say(exchange, 200, Json.write(take(body.path("sales"), "clientSaleId")));
      } else if (path.equals("/customers/import")) {
        say(
            exchange,
            200,
            """
            {"lines":2,"added":1,"unchanged":0,"refused":1,"dryRun":true,"moreProblems":0,
             "problems":[{"line":3,"column":"zone","message":"must be a time zone"}]}
            """);
      } else if (path.equals("/customers/batch")) {
        say(exchange, 200, Json.write(take(body.path("customers"), "id")));
      } else {
        say(exchange, 200, "{}");
      }
    }
  }

  private synchronized String newToken() {
    tokensGiven++;
    return "{\"access_token\":\"" + token + "\",\"expires_in\":300}";
  }

  private synchronized @Nullable Trouble nextTrouble() {
    return troubles.poll();
  }

  private synchronized ObjectNode take(JsonNode items, String idField) {
    largestBatch = Math.max(largestBatch, items.size());
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode results = answer.putArray("results");
    for (JsonNode item : items) {
      String id = item.path(idField).asText();
      ObjectNode result = results.addObject().put("index", results.size() - 1);
      if (disliked.contains(id)) {
        result.put("status", "refused");
        ObjectNode problem = result.putObject("problem").put("title", "Bad Request");
        problem
            .putArray("violations")
            .addObject()
            .put("field", "lines[0].quantity")
            .put("message", "must be more");
      } else {
        result.put("status", taken.put(id, item) == null ? "created" : "repeated");
      }
    }
    return answer;
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
