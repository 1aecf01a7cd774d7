package io.aftercare.console.gate;

import io.aftercare.console.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The body of a request, read whole before it is passed on: it is a form of a few hundred bytes,
 * and a slow browser shall not keep a connection to a service.
 */
final class Body {

  static final Problem TOO_LARGE =
      Problem.of("too-large", 413, "This is more than a form of the console holds.");

  private final Buffer gathered = Buffer.buffer();
  private final Promise<Buffer> whole = Promise.promise();
  private final int limit;

  private Body(int limit) {
    this.limit = limit;
  }

  /** Fails when more than {@code limit} bytes come, or when the browser goes away. */
  static Future<Buffer> of(HttpServerRequest request, int limit) {
    var body = new Body(limit);
    request.handler(body::add);
    request.exceptionHandler(body.whole::tryFail);
    request.endHandler(end -> body.whole.tryComplete(body.gathered));
    request.resume();
    return body.whole.future();
  }

  private void add(Buffer part) {
    if (gathered.length() + part.length() > limit) {
      whole.tryFail(new IllegalArgumentException("more than %d bytes".formatted(limit)));
    } else {
      gathered.appendBuffer(part);
    }
  }
}
