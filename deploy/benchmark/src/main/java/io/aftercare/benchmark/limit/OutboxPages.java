package io.aftercare.benchmark.limit;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads all that waits in an outbox, page by page, and does nothing with it. */
public final class OutboxPages {

  private static final int PAGE = 2_000;
  private static final String READ =
      """
      select id, event_id, topic, type, key, version, time, payload, traceparent
      from outbox where id > ? order by id limit\s"""
          + PAGE;

  private OutboxPages() {}

  /** Rows read per second. */
  public static double read(House house, String service) {
    long start = System.nanoTime();
    long rows = 0;
    try (Connection connection = house.connect(service);
        PreparedStatement statement = connection.prepareStatement(READ)) {
      long after = Long.MIN_VALUE;
      int inPage = PAGE;
      while (inPage == PAGE) {
        statement.setLong(1, after);
        inPage = 0;
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            after = result.getLong(1);
            inPage++;
          }
        }
        rows += inPage;
      }
    } catch (SQLException e) {
      throw new Broken("The outbox cannot be read: " + e.getMessage(), e);
    }
    return rows / ((System.nanoTime() - start) / 1e9);
  }
}
