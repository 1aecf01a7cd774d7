package io.aftercare.console.gate;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * The body of an answer on its way to the browser: never held whole, no faster than it is taken,
 * and bounded.
 */
final class Stream {

  private final HttpClientResponse from;
  private final HttpServerResponse to;
  private final long limit;
  private long passed;

  Stream(HttpClientResponse from, HttpServerResponse to, long limit) {
    this.from = from;
    this.to = to;
    this.limit = limit;
  }

  void start() {
    var length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      to.putHeader(HttpHeaders.CONTENT_LENGTH, length);
    } else if (from.statusCode() != 204 && from.statusCode() != 304) {
      to.setChunked(true);
    }
    from.exceptionHandler(broken -> cut());
    to.exceptionHandler(gone -> from.request().reset());
    from.handler(this::pass);
    from.endHandler(end -> to.end());
  }

  private void pass(Buffer part) {
    passed += part.length();
    if (passed > limit) {
      cut();
      return;
    }
    to.write(part);
    if (to.writeQueueFull()) {
      from.pause();
      to.drainHandler(drained -> from.resume());
    }
  }

  /**
   * The status is out already; only a broken connection tells the browser that the answer is not
   * whole.
   */
  private void cut() {
    from.request().reset();
    to.reset();
  }
}
