package io.aftercare.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The waiting rows as the relay sees them, on the one connection that holds the lock. */
final class OutboxRows {

  static final int PAGE = 2_000;

  /** What waits beyond this is counted as this much: a gauge must not cost a scan of millions. */
  static final int COUNTED_AT_MOST = 100_000;

  /** Any constant will do; it is the house's own. */
  private static final long LOCK = 0x0A_F7E2_CA2EL;

  private static final String READ =
      """
      select id, event_id, topic, type, key, version, time, payload, traceparent
      from outbox where id > ? order by id limit\s"""
          + PAGE;

  private final Connection connection;

  OutboxRows(Connection connection) {
    this.connection = connection;
  }

  record Row(
      long id,
      UUID eventId,
      String topic,
      String type,
      UUID key,
      long version,
      Instant time,
      String payload,
      @Nullable String traceparent) {}

  record Waiting(long rows, @Nullable Instant oldest) {}

  boolean own() throws SQLException {
    return ask("select pg_try_advisory_lock(" + LOCK + ")");
  }

  void disown() throws SQLException {
    if (!connection.isClosed()) {
      ask("select pg_advisory_unlock(" + LOCK + ")");
    }
  }

  List<Row> read(long after) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setLong(1, after);
      List<Row> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
      return rows;
    }
  }

  void forget(Long[] ids) throws SQLException {
    if (ids.length == 0) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("delete from outbox where id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("bigint", ids));
      statement.executeUpdate();
    }
  }

  Waiting waiting() throws SQLException {
    String count = "select count(*) from (select 1 from outbox limit " + COUNTED_AT_MOST + ") w";
    String oldest = "select time from outbox order by id limit 1";
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select (" + count + "), (" + oldest + ")")) {
      result.next();
      OffsetDateTime time = result.getObject(2, OffsetDateTime.class);
      return new Waiting(result.getLong(1), time == null ? null : time.toInstant());
    }
  }

  private boolean ask(String question) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(question)) {
      return result.next() && result.getBoolean(1);
    }
  }

  private static Row row(ResultSet result) throws SQLException {
    return new Row(
        result.getLong(1),
        result.getObject(2, UUID.class),
        result.getString(3),
        result.getString(4),
        result.getObject(5, UUID.class),
        result.getLong(6),
        result.getObject(7, OffsetDateTime.class).toInstant(),
        result.getString(8),
        result.getString(9));
  }
}
