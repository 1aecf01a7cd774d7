package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps the relay of a service from sending: takes the lock that makes a relay the owner of its
 * outbox, as another instance of the service would. {@link #close} gives it back.
 */
final class RestingRelay implements AutoCloseable {

  private static final String HOLDER =
      """
      select pid, (classid::bigint << 32) | objid::bigint as key from pg_locks
      where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())
      """;

  private final Connection connection;

  private RestingRelay(Connection connection) {
    this.connection = connection;
  }

  static RestingRelay of(House house, String service) {
    Connection connection = house.connect(service);
    try (Statement statement = connection.createStatement()) {
      long patienceEnds = System.nanoTime() + 30_000_000_000L;
      while (System.nanoTime() < patienceEnds) {
        if (take(statement)) {
          return new RestingRelay(connection);
        }
        Waiting.briefly();
      }
      throw new Broken("The relay's lock could not be had");
    } catch (SQLException e) {
      throw new Broken("The relay's lock could not be had: " + e.getMessage(), e);
    }
  }

  /** Ends the owner's connection; it waits a second before it asks for the lock again. */
  private static boolean take(Statement statement) throws SQLException {
    int pid;
    long key;
    try (ResultSet holder = statement.executeQuery(HOLDER)) {
      if (!holder.next()) {
        return false;
      }
      pid = holder.getInt(1);
      key = holder.getLong(2);
    }
    statement.execute("select pg_terminate_backend(" + pid + ", 1000)");
    try (ResultSet got = statement.executeQuery("select pg_try_advisory_lock(" + key + ")")) {
      return got.next() && got.getBoolean(1);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new Broken("The relay's lock could not be given back: " + e.getMessage(), e);
    }
  }
}
