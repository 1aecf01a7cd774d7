package io.aftercare.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What an operator watches of the outbox: how much waits, how old the oldest is, how fast it goes.
 */
@ApplicationScoped
class RelayMetrics {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Clock clock;
  private final Counter sent;
  private volatile OutboxRows.Waiting waiting = new OutboxRows.Waiting(0, null);
  private long measuredAt = System.nanoTime() - EVERY.toNanos();

  RelayMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.sent =
        Counter.builder("aftercare.outbox.sent")
            .description("Events acknowledged by the broker")
            .register(registry);
    Gauge.builder("aftercare.outbox.waiting", () -> waiting.rows())
        .description(
            "Events waiting to be sent; " + OutboxRows.COUNTED_AT_MOST + " stands for that or more")
        .register(registry);
    Gauge.builder("aftercare.outbox.oldest", this::oldestAge)
        .description("Age of the oldest waiting event")
        .baseUnit("seconds")
        .register(registry);
  }

  void sent(int events) {
    sent.increment(events);
  }

  void measure(OutboxRows rows) throws SQLException {
    if (System.nanoTime() - measuredAt >= EVERY.toNanos()) {
      waiting = rows.waiting();
      measuredAt = System.nanoTime();
    }
  }

  private double oldestAge() {
    Instant oldest = waiting.oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1_000.0;
  }
}
