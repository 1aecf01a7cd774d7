package io.aftercare.kit.limit;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Counts the requests of each store in this process and says how many are left, in the header
 * fields of the IETF's draft for rate limits (RateLimit-Policy, RateLimit). A batch or a stream is
 * one request, so that a till that was away for long is not held up.
 */
@Singleton
class StoreLimit {

  private final Caller caller;
  private final long requests;
  private final Duration window;
  private final String policy;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param requests of one store in a window
   * @param window what was used comes back evenly over it
   */
  StoreLimit(
      Caller caller,
      @ConfigProperty(name = "aftercare.store-limit.requests", defaultValue = "6000") long requests,
      @ConfigProperty(name = "aftercare.store-limit.window", defaultValue = "PT1M")
          Duration window) {
    this.caller = caller;
    this.requests = requests;
    this.window = window;
    this.policy = "\"store\";q=%d;w=%d".formatted(requests, window.toSeconds());
  }

  /** The fields are written at once: they stand in every answer, and no answer is looked at. */
  @PerStore
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 100)
  void count(RoutingContext request) {
    ConsumptionProbe probe =
        buckets.computeIfAbsent(caller.storeId(), store -> full()).tryConsumeAndReturnRemaining(1);
    MultiMap fields = request.response().headers();
    fields.set("RateLimit-Policy", policy);
    fields.set("RateLimit", left(probe));
    if (!probe.isConsumed()) {
      throw tooMany(probe);
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(bandwidth -> bandwidth.capacity(requests).refillGreedy(requests, window))
        .build();
  }

  private static String left(ConsumptionProbe probe) {
    return "\"store\";r="
        + probe.getRemainingTokens()
        + ";t="
        + seconds(probe.getNanosToWaitForReset());
  }

  private HttpProblem tooMany(ConsumptionProbe probe) {
    return Problems.of(
            "too-many-requests",
            Response.Status.TOO_MANY_REQUESTS,
            "A store may ask %,d times in %d s. Send several sales in one batch or stream."
                .formatted(requests, window.toSeconds()))
        .withHeader("Retry-After", Math.max(1, seconds(probe.getNanosToWaitForRefill())))
        .build();
  }

  private static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
  }
}
