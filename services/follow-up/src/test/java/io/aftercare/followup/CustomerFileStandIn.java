package io.aftercare.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Stands in for customer-profile and for the place where tokens come from: other services, reached
 * over real HTTP. What it answers for a customer is set, and what it heard is read, under {@code
 * /set} and {@code /heard}.
 */
public final class CustomerFileStandIn implements QuarkusTestResourceLifecycleManager {

  static final String NUMBER = "+16175550123";

  /** By which the number is found again, as the real one would mark it. */
  static final String MARK = "m".repeat(43);

  private static final String TOKEN = "a-token-of-the-house";
  private static final String ALLOWED =
      """
      {"allowed": true, "number": "%s", "numberMark": "%s",
       "callee": {"name": "Ann", "relation": "self", "language": "en-US", "disclose": "everything",
                  "takeCare": {"note": "hard of hearing", "whatHelps": "speak slowly"}}}
      """
          .formatted(NUMBER, MARK);

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, List<String>> heard = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/token",
        exchange ->
            answer(
                exchange,
                200,
                "{\"access_token\": \"%s\", \"expires_in\": 300, \"token_type\": \"Bearer\"}"
                    .formatted(TOKEN)));
    server.createContext("/set/", this::set);
    server.createContext("/set-message/", this::setMessage);
    server.createContext("/heard/", this::tellHeard);
    server.createContext("/customers/", this::serve);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "quarkus.rest-client.customer-profile.url", url,
        "quarkus.oidc-client.auth-server-url", url,
        "quarkus.oidc-client.discovery-enabled", "false",
        "quarkus.oidc-client.token-path", "/token",
        "quarkus.oidc-client.credentials.secret", "not-much-of-a-secret",
        "aftercare.desk.sweep-every", "1s",
        "aftercare.reaction.look-every", "1s");
  }

  /**
   * {@code PUT /set/{customer}}: from now on, this answer to a permit; "away" for none at all,
   * "broken" for a failure, "reading" for the one that is set next, once it is set.
   */
  private void set(HttpExchange exchange) throws IOException {
    answers.put(customer(exchange), body(exchange));
    synchronized (answers) {
      answers.notifyAll();
    }
    answer(exchange, 204, "");
  }

  /**
   * {@code PUT /set-message/{customer}/{channel}}: from now on, this answer to a message permit.
   */
  private void setMessage(HttpExchange exchange) throws IOException {
    answers.put(customer(exchange) + "/" + last(exchange), body(exchange));
    answer(exchange, 204, "");
  }

  /** {@code GET /heard/{customer}}: what was told of them, a line each. */
  private void tellHeard(HttpExchange exchange) throws IOException {
    answer(
        exchange, 200, String.join("\n", heard.getOrDefault(customer(exchange), List.of())) + "\n");
  }

  private void serve(HttpExchange exchange) throws IOException {
    String customer = customer(exchange);
    String what = last(exchange);
    String set = answers.getOrDefault(customer, ALLOWED);
    String said = body(exchange);
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "");
    } else if (set.equals("away")) {
      await(exchange);
    } else if (set.equals("broken")) {
      answer(exchange, 500, "");
    } else {
      heard.computeIfAbsent(customer, any -> new CopyOnWriteArrayList<>()).add(what + " " + said);
      if (what.equals("message-permit")) {
        answer(exchange, set.equals("unknown") ? 404 : 200, mayBeWritten(customer, said));
      } else {
        reply(exchange, what, set.equals("reading") ? next(customer) : set);
      }
    }
  }

  /** As it was set for the channel, else yes: addresses are made of the customer's id. */
  private String mayBeWritten(String customer, String said) {
    String channel = said.replaceAll(".*\"channel\":\"([a-z]*)\".*", "$1");
    String address = channel.equals("email") ? customer + "@example.org" : channel + "-" + customer;
    return answers.getOrDefault(
        customer + "/" + channel,
        """
        {"allowed": true, "address": "%s", "language": "en-US", "preferredName": "Ann"}
        """
            .formatted(address));
  }

  private String next(String customer) {
    synchronized (answers) {
      try {
        while (answers.get(customer).equals("reading")) {
          answers.wait();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return answers.get(customer);
    }
  }

  private static void reply(HttpExchange exchange, String what, String set) throws IOException {
    switch (what) {
      case "permit" -> answer(exchange, set.equals("unknown") ? 404 : 200, set);
      case "notes" -> answer(exchange, 200, "{\"noteId\": \"%s\"}".formatted(UUID.randomUUID()));
      default -> answer(exchange, 204, "");
    }
  }

  /** Answers nothing until the end; the caller has given up long before. */
  private void await(HttpExchange exchange) throws IOException {
    try {
      closing.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private static String customer(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().split("/")[2];
  }

  private static String last(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().replaceAll(".*/", "");
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
    if (status != 204) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void stop() {
    closing.countDown();
    server.stop(0);
  }
}
