package io.aftercare.console.page;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The page has views with addresses of their own; all of them are the same document. */
@ApplicationScoped
class PageRoutes {

  private static final List<String> VIEWS =
      List.of(
          "/queue",
          "/programmes",
          "/staffing",
          "/team",
          "/messages",
          "/counter",
          "/day",
          "/transfers",
          "/reactions",
          "/debriefs",
          "/customers",
          "/duplicates",
          "/segments",
          "/care",
          "/privacy");

  void on(@Observes Router router) {
    for (var view : VIEWS) {
      router.get(view).handler(context -> context.reroute("/"));
    }
  }
}
