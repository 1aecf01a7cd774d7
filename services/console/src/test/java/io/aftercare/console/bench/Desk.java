package io.aftercare.console.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The far side of the gate: answers what it was told to, and remembers what it was asked. */
public final class Desk implements AutoCloseable {

  /** One request as it arrived. */
  public record Asked(String method, String address, Map<String, String> headers, String body) {}

  private record Answer(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Answer next = new Answer(204, Map.of(), "");

  Desk() throws IOException {
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
    asked.clear();
    var own = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> own.put(name, value.replace("$desk", url())));
    next = new Answer(status, own, body);
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
      var answer = next;
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
