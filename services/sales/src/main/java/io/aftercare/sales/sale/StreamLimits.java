package io.aftercare.sales.sale;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Lets a stream of sales be longer than any other request. Quarkus knows one limit for all bodies:
 * a length said beforehand is refused by it, any other counted while it is read. What is read here
 * never lies in memory whole.
 */
@ApplicationScoped
class StreamLimits {

  /** Where Quarkus looks at the length, among its own routes. */
  private static final int LIMIT = -2;

  private static final String PATH = "/sales/stream";

  void open(@Observes Router router) {
    router
        .post(PATH)
        .order(LIMIT - 1)
        .handler(
            request -> {
              request.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
              request.next();
            });
    router
        .post(PATH)
        .order(LIMIT + 1)
        .handler(
            request -> {
              request.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
              request.next();
            });
  }
}
