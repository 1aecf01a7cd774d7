package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Looks for the calls of some sales in follow-up's table, every two milliseconds, until each is
 * there.
 */
final class CallWatch implements AutoCloseable {

  private static final long EVERY_MILLIS = 2;
  private static final String LOOK =
      "select distinct cause_id from call where cause_id = any(?::uuid[])";

  private final House house;
  private final Map<UUID, Long> awaited = new ConcurrentHashMap<>();
  private final Histogram micros = new Histogram(120_000_000, 3);
  private final Thread thread = new Thread(this::run, "call-watch");
  private volatile boolean watching = true;
  private volatile String failure = "";

  CallWatch(House house) {
    this.house = house;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits for a call of this sale.
   *
   * @param since when the sale was due to be posted, {@link System#nanoTime}
   */
  void await(UUID sale, long since) {
    awaited.put(sale, since);
  }

  /** Sales whose calls have not been seen yet. */
  int waiting() {
    if (!failure.isEmpty()) {
      throw new Broken(failure);
    }
    return awaited.size();
  }

  /** From sale due to call visible, in microseconds; complete when nothing waits any more. */
  Histogram micros() {
    return micros;
  }

  private void run() {
    try (Connection connection = house.connect("follow-up");
        PreparedStatement look = connection.prepareStatement(LOOK)) {
      while (watching) {
        look(connection, look);
        TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
      }
    } catch (SQLException e) {
      failure = "Calls cannot be looked for: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Connection connection, PreparedStatement look) throws SQLException {
    if (awaited.isEmpty()) {
      return;
    }
    look.setArray(1, connection.createArrayOf("uuid", awaited.keySet().toArray()));
    try (ResultSet found = look.executeQuery()) {
      long now = System.nanoTime();
      while (found.next()) {
        Long since = awaited.remove(found.getObject(1, UUID.class));
        if (since != null) {
          micros.recordValue((now - since) / 1_000);
        }
      }
    }
  }

  @Override
  public void close() {
    watching = false;
    thread.interrupt();
  }
}
