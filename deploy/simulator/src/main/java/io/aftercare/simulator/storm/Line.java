package io.aftercare.simulator.storm;

import io.aftercare.simulator.chain.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Sends one request once, and never tries again by itself. */
final class Line implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  Answer post(String url, String token, Object body, Duration patience) {
    return send("POST", url, token, body, patience);
  }

  Answer put(String url, String token, Object body, Duration patience) {
    return send("PUT", url, token, body, patience);
  }

  Answer get(String url, String token, Duration patience) {
    return send("GET", url, token, null, patience);
  }

  private Answer send(
      String method, String url, String token, @Nullable Object body, Duration patience) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(patience)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return response.statusCode() >= 500
          ? new Answer.Unheard(Integer.toString(response.statusCode()))
          : new Answer.Heard(response.statusCode(), Json.read(response.body()));
    } catch (ConnectException | HttpConnectTimeoutException refused) {
      return new Answer.Unsent();
    } catch (IOException lost) {
      return new Answer.Unheard(lost.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unheard("interrupted");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
