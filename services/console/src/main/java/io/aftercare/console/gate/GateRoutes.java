package io.aftercare.console.gate;

import io.aftercare.console.problem.Problem;
import io.aftercare.console.session.Session;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /api/<service>/…}: behind the guard of the session, before the services. */
@ApplicationScoped
class GateRoutes {

  private static final Problem NO_WAY =
      Problem.of("not-found", 404, "There is nothing under this address for the console.");

  private final PassOn passOn;

  GateRoutes(PassOn passOn) {
    this.passOn = passOn;
  }

  void on(@Observes Router router) {
    router.route("/api/:area/*").handler(this::lead);
    router.route("/api/*").handler(this::refuse);
  }

  private void lead(RoutingContext context) {
    var request = context.request();
    var area = Area.of(context.pathParam("area"));
    var path = area.map(there -> request.path().substring(there.root().length())).orElse("");
    if (area.filter(there -> Passages.allow(there, request.method().name(), path)).isEmpty()) {
      context.next();
      return;
    }
    passOn.passOn(request, area.get(), path, Session.of(context).token());
  }

  private void refuse(RoutingContext context) {
    context.request().resume();
    NO_WAY.answer(context.response());
  }
}
