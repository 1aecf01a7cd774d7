package io.aftercare.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A real mail server, and a provider of SMS that takes JSON over HTTP. What came in is read, and
 * how the provider answers is set, over HTTP: {@code /mail/{address}}, {@code /mail-server}, {@code
 * /heard/{number}} and {@code /set/{number}}.
 */
public final class PostOffice implements QuarkusTestResourceLifecycleManager {

  static final String SECRET = "a-secret-of-the-provider";
  public static final String URL = "test.post-office.url";

  /** 32 bytes, for tests alone. */
  private static final String KEY = "dGVzdHMtdGVzdHMtdGVzdHMtdGVzdHMtdGVzdHMtISE=";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, List<String>> heard = new ConcurrentHashMap<>();
  private GreenMail mail;
  private int mailPort;
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    ClassLoader before = atHome();
    try {
      return open();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /**
   * Jakarta Mail looks its parts up in the thread's class loader; it must be the one it came from.
   */
  private static ClassLoader atHome() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(PostOffice.class.getClassLoader());
    return before;
  }

  private Map<String, String> open() {
    openMail(0);
    mailPort = mail.getSmtp().getPort();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/sms", this::takeSms);
    server.createContext("/set/", this::set);
    server.createContext("/heard/", this::tellHeard);
    server.createContext("/mail/", this::tellMail);
    server.createContext("/mail-server", this::switchMail);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.ofEntries(
        Map.entry(URL, url),
        Map.entry("quarkus.mailer.host", "127.0.0.1"),
        Map.entry("quarkus.mailer.port", String.valueOf(mailPort)),
        Map.entry("quarkus.mailer.mock", "false"),
        Map.entry("aftercare.message.email.enabled", "true"),
        Map.entry("aftercare.message.sms.url", url + "/sms"),
        Map.entry("aftercare.message.sms.secret", SECRET),
        Map.entry("aftercare.message.send-every", "1s"),
        Map.entry("aftercare.opt-out.key", KEY),
        Map.entry("aftercare.opt-out.public-url", "http://care.example"));
  }

  private void openMail(int port) {
    mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  /** {@code PUT /mail-server} with "off" or "on". */
  private void switchMail(HttpExchange exchange) throws IOException {
    atHome();
    if (body(exchange).equals("off")) {
      mail.stop();
    } else {
      openMail(mailPort);
    }
    answer(exchange, 204, "");
  }

  /** {@code GET /mail/{address}}: the mails to that address, whole, a form feed between them. */
  private void tellMail(HttpExchange exchange) throws IOException {
    atHome();
    String address = last(exchange);
    List<String> whole = new ArrayList<>();
    try {
      for (MimeMessage message : mail.getReceivedMessages()) {
        if (Arrays.toString(message.getAllRecipients()).contains(address)) {
          whole.add(
              "Subject-Decoded: "
                  + message.getSubject()
                  + "\r\n"
                  + GreenMailUtil.getHeaders(message)
                  + "\r\n\r\n"
                  + decoded(message));
        }
      }
    } catch (MessagingException unreadable) {
      throw new IOException(unreadable);
    }
    answer(exchange, 200, String.join("\f", whole));
  }

  /** By hand: that needs no content handlers of jakarta.activation. */
  private static String decoded(MimeMessage message) throws MessagingException, IOException {
    try (InputStream text =
        MimeUtility.decode(message.getRawInputStream(), message.getEncoding())) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }

  /** The provider: answers as it was set for the number, else that it took the message. */
  private void takeSms(HttpExchange exchange) throws IOException {
    String said = body(exchange);
    String number = said.replaceAll(".*\"to\":\"([^\"]*)\".*", "$1");
    heard
        .computeIfAbsent(number, any -> new CopyOnWriteArrayList<>())
        .add(
            String.join(
                " ",
                header(exchange, "Idempotency-Key"),
                header(exchange, "Aftercare-Timestamp"),
                header(exchange, "Aftercare-Signature"),
                said));
    int status = Integer.parseInt(answers.getOrDefault(number, "202"));
    answer(exchange, status, status == 202 ? "{\"reference\": \"sms-%s\"}".formatted(number) : "");
  }

  /** {@code PUT /set/{number}}: from now on, this status. */
  private void set(HttpExchange exchange) throws IOException {
    answers.put(last(exchange), body(exchange));
    answer(exchange, 204, "");
  }

  private void tellHeard(HttpExchange exchange) throws IOException {
    answer(exchange, 200, String.join("\n", heard.getOrDefault(last(exchange), List.of())));
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  private static String last(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().replaceAll(".*/", "");
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void stop() {
    mail.stop();
    server.stop(0);
  }
}
