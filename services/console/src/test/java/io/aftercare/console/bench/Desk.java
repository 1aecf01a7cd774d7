package io.aftercare.console.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The far side of the gate: answers what it was told to, and remembers what it was asked. */
public final class Desk implements AutoCloseable {

  /** One request as it arrived. */
  public record Asked(String method, String address, Map<String, String> headers, String body) {}

  private record Answer(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final int understudy;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile boolean playedByUnderstudy;
  private volatile Answer next = new Answer(204, Map.of(), "");

  /**
   * @param understudy port on which somebody else may answer in its place
   */
  Desk(int understudy) throws IOException {
    this.understudy = understudy;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /**
   * Forgets what it was asked and answers like this from now on; {@code $desk} stands for its own
   * address.
   */
  public void answers(int status, Map<String, String> headers, String body) {
    playedByUnderstudy = false;
    asked.clear();
    var own = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> own.put(name, value.replace("$desk", url())));
    next = new Answer(status, own, body);
  }

  /** From now on whoever listens there answers everything, until it is told how to answer again. */
  public void leavesToUnderstudy() {
    playedByUnderstudy = true;
  }

  int understudy() {
    return understudy;
  }

  /** What arrived since it was last told how to answer. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new LinkedHashMap<String, String>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var address = exchange.getRequestURI().toString();
      asked.add(new Asked(exchange.getRequestMethod(), address, headers, body));
      if (playedByUnderstudy) {
        passOn(exchange, body);
        return;
      }
      var answer = next;
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void passOn(HttpExchange exchange, String body) throws IOException {
    try {
      var address = URI.create("http://localhost:" + understudy + exchange.getRequestURI());
      var asking =
          HttpRequest.newBuilder(address)
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body));
      Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Match"))
          .ifPresent(seen -> asking.header("If-Match", seen));
      var answer = client.send(asking.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
