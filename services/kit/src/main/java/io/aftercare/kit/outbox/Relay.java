package io.aftercare.kit.outbox;

import io.aftercare.kit.health.Progress;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds, in order per key, and forgets a row only after the broker has
 * acknowledged it.
 *
 * <p>One thread with one connection, and that connection holds the advisory lock that makes it the
 * only relay of its database; when the connection is lost the producer is closed with it. It sweeps
 * from the lowest waiting row upwards and then starts again from the bottom: identifiers are handed
 * out before commit, so a row may appear below one already seen.
 */
@ApplicationScoped
class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final String LOOP = "outbox-relay";

  /**
   * Rows of another instance of the service are found by looking; this instance's own commits wake
   * the relay.
   */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  /**
   * What commits within this time goes out together. However small, each bunch costs a sweep here
   * and a transaction of every consumer; without a pause a half busy house spends itself on bunches
   * of one.
   */
  private static final Duration COLLECT = Duration.ofMillis(5);

  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

  /**
   * A sweep that goes on longer starts again, so that a row that appeared at the bottom does not
   * wait behind millions.
   */
  private static final Duration LONGEST_SWEEP = Duration.ofSeconds(5);

  private final AgroalDataSource database;
  private final Progress progress;
  private final RelayMetrics metrics;
  private final boolean enabled;
  private final String source;
  private final String brokers;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread = new Thread(this::run, LOOP);
  private volatile boolean running = true;

  Relay(
      AgroalDataSource database,
      Progress progress,
      RelayMetrics metrics,
      @ConfigProperty(name = "aftercare.relay.enabled", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "quarkus.application.name") String application,
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
    this.database = database;
    this.progress = progress;
    this.metrics = metrics;
    this.enabled = enabled;
    this.source = "/aftercare/" + application;
    this.brokers = brokers;
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    wake();
    thread.join(Duration.ofSeconds(10));
  }

  /** There may be something to send; cheap, and callable from any thread. */
  void wake() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  private void run() {
    while (running) {
      progress.turned(LOOP);
      try (Connection connection = database.getConnection()) {
        ownAndSend(new OutboxRows(connection));
      } catch (SQLException | KafkaException trouble) {
        LOG.warnf("Relay starts again: %s", trouble.getMessage());
        pause(AFTER_TROUBLE);
      } catch (InterruptedException stopped) {
        running = false;
      }
    }
    progress.idle(LOOP);
  }

  private void ownAndSend(OutboxRows rows) throws SQLException, InterruptedException {
    if (!rows.own()) {
      // Another instance sends; this one stands by.
      pause(AFTER_TROUBLE);
      return;
    }
    LOG.infof("Relay owns the outbox, source=%s", source);
    metrics.measure(rows);
    try (Sender sender = new Sender(brokers, source)) {
      while (running) {
        boolean more = sweep(rows, sender);
        metrics.measure(rows);
        if (!more) {
          collect();
        }
      }
    } finally {
      rows.disown();
    }
  }

  /**
   * Waits for a commit, or until it is time to look for those of others; then lets neighbours come
   * along. A commit during the sweep has woken us already.
   */
  private void collect() throws InterruptedException {
    if (work.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS) && running) {
      TimeUnit.NANOSECONDS.sleep(COLLECT.toNanos());
      work.drainPermits();
    }
  }

  /**
   * One pass over what waits. The next page is read and handed over while the last one is being
   * acknowledged. True when it was cut short and more waits.
   */
  private boolean sweep(OutboxRows rows, Sender sender) throws SQLException, InterruptedException {
    long end = System.nanoTime() + LONGEST_SWEEP.toNanos();
    Set<UUID> heldBack = new HashSet<>();
    Sender.Page underWay = Sender.Page.EMPTY;
    long after = Long.MIN_VALUE;
    boolean more = true;
    while (more && running && System.nanoTime() < end) {
      var page = rows.read(after);
      more = page.size() == OutboxRows.PAGE;
      after = page.isEmpty() ? after : page.getLast().id();
      Sender.Page next = sender.send(page, heldBack);
      settle(rows, underWay, heldBack);
      underWay = next;
    }
    settle(rows, underWay, heldBack);
    return more;
  }

  private void settle(OutboxRows rows, Sender.Page page, Set<UUID> heldBack)
      throws SQLException, InterruptedException {
    Long[] acknowledged = page.awaitAcknowledged(heldBack);
    progress.turned(LOOP);
    rows.forget(acknowledged);
    metrics.sent(acknowledged.length);
  }

  private void pause(Duration time) {
    try {
      if (work.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS) && running) {
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
      }
    } catch (InterruptedException stopped) {
      running = false;
    }
  }
}
