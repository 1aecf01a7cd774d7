package io.aftercare.console.session;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.aftercare.console.problem.Problem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.BiConsumer;

/** Guards {@code /api}, tells the page who is logged in, and leads people in and back. */
@ApplicationScoped
class SessionRoutes {

  /** After the session is known how to be resumed (200) and before any page asks for it (100). */
  private static final int BEFORE_PAGES = -150;

  private static final int FIRST = 0;

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final Problem LOGGED_OUT =
      Problem.of(
          "logged-out", 401, "You are not logged in, or your session has ended. Log in again.");

  private static final Problem FOREIGN =
      Problem.of(
          "foreign-request",
          403,
          "Changes need the header X-Aftercare: 1, which only the page sends.");

  private final Clock clock;

  SessionRoutes(Clock clock) {
    this.clock = clock;
  }

  void on(@Observes Router router) {
    router.get("/login").handler(context -> redirect(context, "/"));
    router.get("/login/return").order(BEFORE_PAGES).handler(this::comeBack);
    router.route("/api/*").order(FIRST).handler(this::admit);
    router.get("/api/me").handler(this::me);
  }

  /**
   * An API call is never redirected to the log-in page: the browser would follow it blindly and
   * what was typed would be lost. It is told to log in, and the page asks.
   */
  private void admit(RoutingContext context) {
    var request = context.request();
    context.response().putHeader(HttpHeaders.DATE, RFC_1123_DATE_TIME.format(utcNow()));
    if (!SAFE.contains(request.method()) && !"1".equals(request.getHeader("X-Aftercare"))) {
      FOREIGN.answer(context.response());
      return;
    }
    request.pause();
    BiConsumer<RoutingContext, Throwable> tell = (gone, why) -> LOGGED_OUT.answer(gone.response());
    context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, tell);
    QuarkusHttpUser.getSecurityIdentity(context, null)
        .subscribe()
        .with(
            identity -> {
              if (identity == null || identity.isAnonymous()) {
                LOGGED_OUT.answer(context.response());
              } else {
                context.next();
              }
            },
            failure -> LOGGED_OUT.answer(context.response()));
  }

  /**
   * Leases run on the wall clock, whatever the business clock shows; the page corrects its own by
   * it.
   */
  private static ZonedDateTime utcNow() {
    return Clock.systemUTC().instant().atZone(ZoneOffset.UTC);
  }

  private void me(RoutingContext context) {
    context.request().resume();
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(Session.of(context).me(clock.instant()).json().toBuffer());
  }

  /**
   * Where Keycloak sends people back to. Who comes here by the Back button or a bookmark starts at
   * the page.
   */
  private void comeBack(RoutingContext context) {
    if (context.request().getParam("state") == null) {
      redirect(context, "/");
      return;
    }
    BiConsumer<RoutingContext, Throwable> usual = context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    BiConsumer<RoutingContext, Throwable> told =
        (failed, why) -> {
          if (DefaultAuthFailureHandler.extractRootCause(why)
              instanceof AuthenticationCompletionException) {
            redirect(failed, "/login-failed.html");
          } else {
            usual.accept(failed, why);
          }
        };
    context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, told);
    context.next();
  }

  private static void redirect(RoutingContext context, String where) {
    context
        .response()
        .setStatusCode(302)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.LOCATION, where)
        .end();
  }
}
