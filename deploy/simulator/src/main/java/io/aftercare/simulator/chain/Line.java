package io.aftercare.simulator.chain;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * One line to the house. What cannot be taken now (503, 429, a lost connection) is sent again, each
 * time after a longer pause, until the patience is used up; every request of the house may be
 * repeated without harm.
 */
final class Line implements AutoCloseable {

  private static final Set<Integer> LATER = Set.of(408, 429, 502, 503, 504);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final Duration patience;

  Line(Duration patience) {
    this.patience = patience;
  }

  /**
   * Sends until there is an answer.
   *
   * @param part the part of the house that is spoken to, for the message
   * @throws CannotGoOn when the patience is used up
   */
  HttpResponse<String> send(String part, HttpRequest request) {
    long start = System.nanoTime();
    for (int attempt = 0; ; attempt++) {
      String trouble;
      Duration pause = pause(attempt);
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (!LATER.contains(response.statusCode())) {
          return response;
        }
        trouble = "answers " + response.statusCode();
        pause = max(pause, retryAfter(response));
      } catch (ConnectException e) {
        trouble = "refuses the connection";
      } catch (IOException e) {
        trouble = "broke the connection off";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CannotGoOn("interrupted", e);
      }
      if (System.nanoTime() - start + pause.toNanos() > patience.toNanos()) {
        throw new CannotGoOn("%s %s at %s".formatted(part, trouble, request.uri()));
      }
      rest(pause);
    }
  }

  /** One try, no patience: whether the address answers at all, and with success. */
  boolean answers(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Duration pause(int attempt) {
    long longest =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt, 10));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,4}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ZERO);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static void rest(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOn("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
