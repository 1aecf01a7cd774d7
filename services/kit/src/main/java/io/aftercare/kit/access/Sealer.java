package io.aftercare.kit.access;

import io.aftercare.kit.health.Progress;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Seals the access log a moment after it was written. Readers add their records side by side and
 * wait for nobody; one sealer per database (advisory lock) gives the records their places
 * afterwards. It takes what has no place, never what is numbered higher than the last: a record
 * whose transaction commits late has a low number.
 */
@ApplicationScoped
class Sealer {

  private static final Logger LOG = Logger.getLogger(Sealer.class);
  private static final String LOOP = "access-log-sealer";
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final AgroalDataSource database;
  private final Chain chain;
  private final Progress progress;
  private final boolean enabled;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, LOOP);

  Sealer(
      AgroalDataSource database,
      Chain chain,
      Progress progress,
      @ConfigProperty(name = "aftercare.access-log.sealed", defaultValue = "true")
          boolean enabled) {
    this.database = database;
    this.chain = chain;
    this.progress = progress;
    this.enabled = enabled;
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    thread.join(Duration.ofSeconds(10));
  }

  private void run() {
    do {
      progress.turned(LOOP);
      try (Connection connection = database.getConnection()) {
        own(new AccessRows(connection), connection);
      } catch (SQLException trouble) {
        LOG.warnf("Sealer starts again: %s", trouble.getMessage());
      }
    } while (!stops());
    progress.idle(LOOP);
  }

  private void own(AccessRows rows, Connection connection) throws SQLException {
    if (!rows.own()) {
      // Another instance seals; this one stands by.
      return;
    }
    connection.setAutoCommit(false);
    try {
      int sealed;
      do {
        progress.turned(LOOP);
        sealed = seal(rows);
        connection.commit();
      } while (sealed == AccessRows.PAGE ? stopped.getCount() > 0 : !stops());
    } catch (SQLException trouble) {
      connection.rollback();
      throw trouble;
    } finally {
      connection.setAutoCommit(true);
      rows.disown();
    }
  }

  private int seal(AccessRows rows) throws SQLException {
    List<AccessRecord> records = rows.unsealed();
    if (records.isEmpty()) {
      return 0;
    }
    AccessRows.End end = rows.end();
    long place = end.place();
    byte[] before = end.seal();
    List<AccessRows.Sealed> sealed = new ArrayList<>(records.size());
    for (AccessRecord record : records) {
      before = chain.seal(before, ++place, record);
      sealed.add(new AccessRows.Sealed(record, place, before));
    }
    rows.seal(sealed);
    // Whoever keeps the logs elsewhere has the end of the chain as it stood.
    LOG.infof("Access log sealed, place=%d seal=%s", place, HexFormat.of().formatHex(before));
    return records.size();
  }

  private boolean stops() {
    try {
      return stopped.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException end) {
      return true;
    }
  }
}
