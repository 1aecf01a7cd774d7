package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps follow-up from planning while its sales pile up: takes the lock that a change of a customer
 * takes, for which all planning waits. {@link #close} lets it go on.
 */
final class HeldPlanning implements AutoCloseable {

  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('known_customer'), 0)";

  private final Connection connection;

  HeldPlanning(House house) {
    this.connection = house.connect(FollowUp.NAME);
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(LOCK);
    } catch (SQLException e) {
      throw new Broken("Planning cannot be held: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException e) {
      throw new Broken("Planning cannot go on: " + e.getMessage(), e);
    }
  }
}
