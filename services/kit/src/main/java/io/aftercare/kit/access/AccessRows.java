package io.aftercare.kit.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The access log as its owner sees it, on a connection of its own. */
final class AccessRows {

  static final int PAGE = 1_000;

  /** Any constant will do; it is the house's own. */
  private static final long LOCK = 0x0A_F7E2_5EA1L;

  private static final String SAID = "id, at, who, store_id, what, reason, customers";

  private final Connection connection;

  AccessRows(Connection connection) {
    this.connection = connection;
  }

  /** Where the chain ends. */
  record End(long place, byte[] seal) {}

  /**
   * @param end where the chain should end
   */
  record Sealed(AccessRecord record, long place, byte[] seal) {}

  boolean own() throws SQLException {
    return ask("select pg_try_advisory_lock(" + LOCK + ")");
  }

  void disown() throws SQLException {
    if (!connection.isClosed()) {
      ask("select pg_advisory_unlock(" + LOCK + ")");
    }
  }

  End end() throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select place, seal from access_log_end")) {
      if (!result.next()) {
        throw new SQLException("access_log_end is empty: where the chain ends is not known");
      }
      return new End(result.getLong(1), result.getBytes(2));
    }
  }

  /**
   * Records that have no place yet, whenever they came to light: a transaction that commits late
   * shows its record late, with a number below many that are sealed.
   */
  List<AccessRecord> unsealed() throws SQLException {
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "select %s from access_log where place is null order by id limit %d"
                    .formatted(SAID, PAGE))) {
      List<AccessRecord> records = new ArrayList<>();
      while (result.next()) {
        records.add(record(result));
      }
      return records;
    }
  }

  void seal(List<Sealed> sealed) throws SQLException {
    try (PreparedStatement update =
            connection.prepareStatement(
                "update access_log set place = ?, seal = ? where id = ? and place is null");
        PreparedStatement of =
            connection.prepareStatement(
                "insert into access_log_of (person, place) values (?, ?) on conflict do nothing");
        PreparedStatement end =
            connection.prepareStatement("update access_log_end set place = ?, seal = ?")) {
      for (Sealed each : sealed) {
        update.setLong(1, each.place());
        update.setBytes(2, each.seal());
        update.setLong(3, each.record().id());
        update.addBatch();
        for (UUID customer : each.record().customers()) {
          of.setObject(1, customer);
          of.setLong(2, each.place());
          of.addBatch();
        }
      }
      update.executeBatch();
      of.executeBatch();
      end.setLong(1, sealed.getLast().place());
      end.setBytes(2, sealed.getLast().seal());
      end.executeUpdate();
    }
  }

  /** The sealed records after a place, in the order of the chain. */
  List<Sealed> sealed(long after) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select %s, place, seal from access_log where place > ? order by place limit %d"
                .formatted(SAID, PAGE))) {
      statement.setLong(1, after);
      List<Sealed> records = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          records.add(new Sealed(record(result), result.getLong(8), result.getBytes(9)));
        }
      }
      return records;
    }
  }

  private boolean ask(String question) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(question)) {
      return result.next() && result.getBoolean(1);
    }
  }

  private static AccessRecord record(ResultSet row) throws SQLException {
    return new AccessRecord(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        List.of((UUID[]) row.getArray(7).getArray()));
  }
}
