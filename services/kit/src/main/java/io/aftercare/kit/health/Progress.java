package io.aftercare.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness that depends on progress: a loop that says it is busy and then neither finishes nor
 * turns for a minute is stuck, and the process is better started anew. Waiting for a database or
 * broker that is away counts as turning.
 */
@Liveness
@Default
@ApplicationScoped
public class Progress implements HealthCheck {

  static final Duration STUCK_AFTER = Duration.ofSeconds(60);

  private final Map<String, Long> lastTurn = new ConcurrentHashMap<>();

  /** The named loop turned. */
  public void turned(String loop) {
    lastTurn.put(loop, System.nanoTime());
  }

  /** The named loop has nothing under way; silence is no sign of trouble until it turns again. */
  public void idle(String loop) {
    lastTurn.remove(loop);
  }

  @Override
  public HealthCheckResponse call() {
    long now = System.nanoTime();
    var response = HealthCheckResponse.named("progress").up();
    lastTurn.forEach(
        (loop, turned) -> {
          long seconds = Duration.ofNanos(now - turned).toSeconds();
          response.withData(loop, "turned " + seconds + " s ago");
          if (seconds > STUCK_AFTER.toSeconds()) {
            response.down();
          }
        });
    return response.build();
  }
}
