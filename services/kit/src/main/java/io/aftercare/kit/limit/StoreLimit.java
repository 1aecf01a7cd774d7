package io.aftercare.kit.limit;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts the requests of each store in this process and says how many are left, in the header
 * fields of the IETF's draft for rate limits (RateLimit-Policy, RateLimit). A batch or a stream is
 * one request, so that a till that was away for long is not held up.
 */
@Provider
@PerStore
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION + 100)
class StoreLimit implements ContainerRequestFilter, ContainerResponseFilter {

  /** How much is allowed. */
  @ConfigMapping(prefix = "aftercare.store-limit")
  interface Limit {

    /** Requests of one store in a window. */
    @WithDefault("6000")
    long requests();

    /** The window; what was used comes back evenly over it. */
    @WithDefault("PT1M")
    Duration window();
  }

  private static final String LEFT = StoreLimit.class.getName();

  private final Caller caller;
  private final Limit limit;
  private final String policy;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  StoreLimit(Caller caller, Limit limit) {
    this.caller = caller;
    this.limit = limit;
    this.policy = "\"store\";q=%d;w=%d".formatted(limit.requests(), limit.window().toSeconds());
  }

  @Override
  public void filter(ContainerRequestContext request) {
    ConsumptionProbe probe =
        buckets.computeIfAbsent(caller.storeId(), store -> full()).tryConsumeAndReturnRemaining(1);
    request.setProperty(LEFT, probe);
    if (!probe.isConsumed()) {
      throw tooMany(probe);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(LEFT) instanceof ConsumptionProbe probe) {
      response.getHeaders().putSingle("RateLimit-Policy", policy);
      response.getHeaders().putSingle("RateLimit", left(probe));
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            bandwidth ->
                bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.window()))
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
                .formatted(limit.requests(), limit.window().toSeconds()))
        .withHeader("Retry-After", Math.max(1, seconds(probe.getNanosToWaitForRefill())))
        .build();
  }

  private static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
  }
}
