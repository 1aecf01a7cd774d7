package io.aftercare.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.aftercare.benchmark.house.Broken;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {

  private final AtomicInteger received = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          received.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          byte[] body = "{\"id\":1}".getBytes(US_ASCII);
          exchange.sendResponseHeaders(201, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
  }

  @Test
  void every_connection_asks_once() {
    try (HttpLoad load = load(5, 201)) {
      Measured measured = load.oneEach();
      assertThat(measured.requests()).isEqualTo(5);
      assertThat(measured.all(201)).isEqualTo(5);
      assertThat(received).hasValue(5);
    }
  }

  @Test
  void at_a_given_pace_what_falls_due_is_sent_and_counted() {
    try (HttpLoad load = load(10, 201)) {
      Measured measured = load.run(new Pace(200, Duration.ofMillis(250), Duration.ofMillis(500)));
      assertThat(measured.requests()).isEqualTo(100);
      assertThat(measured.all(201)).isEqualTo(150);
      assertThat(measured.micros().getTotalCount()).isEqualTo(100);
    }
  }

  @Test
  void as_fast_as_it_goes_everything_sent_is_answered() {
    try (HttpLoad load = load(3, 201)) {
      Measured measured = load.run(Pace.asFastAsItGoes(Duration.ZERO, Duration.ofMillis(200)));
      assertThat(measured.all(201)).isEqualTo(received.get());
    }
  }

  @Test
  void an_unexpected_answer_breaks_the_measurement_and_is_shown() {
    try (HttpLoad load = load(1, 200)) {
      assertThatThrownBy(load::oneEach)
          .isInstanceOf(Broken.class)
          .hasMessageContaining("answer 201: {\"id\":1}");
    }
  }

  private HttpLoad load(int connections, int expected) {
    Requests requests =
        new Requests() {
          @Override
          public void write(int connection, ByteBuf out) {
            out.writeCharSequence(
                "POST /sales HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n{}", US_ASCII);
          }

          @Override
          public boolean isExpected(int status) {
            return status == expected;
          }
        };
    return new HttpLoad(server.getAddress().getPort(), connections, requests);
  }
}
