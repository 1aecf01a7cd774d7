package io.aftercare.console.gate;

import io.aftercare.console.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Passes one request on to a service, and the service's answer back to the page. */
@ApplicationScoped
class PassOn {

  private static final Logger LOG = Logger.getLogger(PassOn.class);

  private static final List<String> ASKED =
      List.of("Accept", "Accept-Language", "Content-Type", "If-Match", "If-None-Match");

  private static final List<String> ANSWERED =
      List.of(
          "Content-Type",
          "Content-Language",
          "ETag",
          "Last-Modified",
          "Retry-After",
          "Aftercare-Next-Due");

  /**
   * Enough for a thousand agents' heartbeats; what waits longer than this is told to come again.
   */
  private static final PoolOptions POOL = new PoolOptions().setHttp1MaxSize(64);

  private static final int WAITING = 512;

  private final Services services;
  private final HttpClient client;
  private final Set<Area> silent = ConcurrentHashMap.newKeySet();

  PassOn(Services services, Vertx vertx) {
    this.services = services;
    var options =
        new HttpClientOptions()
            .setConnectTimeout(2_000)
            .setMaxWaitQueueSize(WAITING)
            .setKeepAliveTimeout(30)
            .setDecompressionSupported(false);
    this.client = vertx.createHttpClient(options, POOL);
  }

  /**
   * Answers the request; problems of the way itself are answered as 413 and 503, all others are the
   * service's own.
   *
   * @param path below the service's root, as it stands in the address
   * @param token the user's own access token
   */
  void passOn(HttpServerRequest request, Area area, String path, String token) {
    var limits = services.limits(Passages.isLong(area, request.method().name(), path));
    Body.of(request, services.largestRequest())
        .onFailure(tooLarge -> Body.TOO_LARGE.answer(request.response()))
        .onSuccess(
            body ->
                ask(request, area, path, token, body, limits.patience())
                    .onSuccess(
                        answer -> answer(area, answer, limits.largestAnswer(), request.response()))
                    .onFailure(failure -> unanswered(area, failure, request.response())));
  }

  private Future<HttpClientResponse> ask(
      HttpServerRequest request,
      Area area,
      String path,
      String token,
      Buffer body,
      Duration patience) {
    var query = request.query() == null ? "" : "?" + request.query();
    var options =
        new RequestOptions()
            .setMethod(request.method())
            .setAbsoluteURI(services.of(area).resolve(path + query).toString())
            .setIdleTimeout(patience.toMillis())
            .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    for (var name : ASKED) {
      Optional.ofNullable(request.getHeader(name))
          .ifPresent(value -> options.putHeader(name, value));
    }
    return client
        .request(options)
        .compose(asked -> request.method() == HttpMethod.GET ? asked.send() : asked.send(body));
  }

  private void answer(
      Area area, HttpClientResponse answer, long largest, HttpServerResponse response) {
    heard(area);
    if (answer.statusCode() == 401) {
      answer.request().reset();
      LOG.warnf("token refused service=%s", area);
      refused(area).answer(response);
      return;
    }
    var addresses = new Addresses(area, services.of(area));
    response.setStatusCode(answer.statusCode());
    for (var name : ANSWERED) {
      Optional.ofNullable(answer.getHeader(name))
          .ifPresent(value -> response.putHeader(name, value));
    }
    Optional.ofNullable(answer.getHeader(HttpHeaders.LOCATION))
        .ifPresent(where -> response.putHeader(HttpHeaders.LOCATION, addresses.location(where)));
    answer
        .headers()
        .getAll("Link")
        .forEach(link -> response.headers().add("Link", addresses.links(link)));
    new Stream(answer, response, largest).start();
  }

  private void unanswered(Area area, Throwable failure, HttpServerResponse response) {
    if (silent.add(area)) {
      LOG.warnf("service silent service=%s cause=%s", area, failure.toString());
    }
    silent(area).answer(response);
  }

  private void heard(Area area) {
    if (silent.remove(area)) {
      LOG.infof("service answers again service=%s", area);
    }
  }

  private static Problem silent(Area area) {
    return new Problem(
        "service-unavailable",
        503,
        "The service %s does not answer just now.".formatted(area),
        Map.of("service", area.toString()),
        Optional.of(Duration.ofSeconds(3)));
  }

  private static Problem refused(Area area) {
    return new Problem(
        "logged-out",
        401,
        "The service %s does not accept your session any more. Log in again.".formatted(area),
        Map.of("service", area.toString()),
        Optional.empty());
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
