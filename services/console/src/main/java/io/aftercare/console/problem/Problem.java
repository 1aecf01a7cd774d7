package io.aftercare.console.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A problem the console itself answers with. The type is stable and may be programmed against.
 *
 * @param name last part of the type, {@code urn:aftercare:problem:<name>}
 * @param status HTTP status, 400 and up
 * @param detail one sentence for people
 * @param members further members of the document
 * @param retryAfter when it is worth asking again
 */
public record Problem(
    String name,
    int status,
    String detail,
    Map<String, String> members,
    Optional<Duration> retryAfter) {

  private static final String TYPE = "urn:aftercare:problem:";

  /** A problem that says what it has to say in its name and detail. */
  public static Problem of(String name, int status, String detail) {
    return new Problem(name, status, detail, Map.of(), Optional.empty());
  }

  /** Writes and ends the answer; does nothing when another hand already has. */
  public void answer(HttpServerResponse response) {
    if (response.ended() || response.headWritten()) {
      return;
    }
    retryAfter.ifPresent(
        wait ->
            response.putHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(document().toBuffer());
  }

  private JsonObject document() {
    var document =
        new JsonObject()
            .put("type", TYPE + name)
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", detail);
    members.forEach(document::put);
    return document;
  }
}
