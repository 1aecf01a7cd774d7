package io.aftercare.profile;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lies in the database, as somebody who stole it would see it. */
final class Ledger {

  /** Who read the file, and how. */
  record Read(String who, @Nullable String store, String what, List<UUID> customers) {}

  private final AgroalDataSource database;

  Ledger(AgroalDataSource database) {
    this.database = database;
  }

  /** All readings of this customer, oldest first. */
  List<Read> readsOf(UUID customer) throws SQLException {
    try (Connection connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select who, store_id, what, customers from access_log where ? = any(customers) order by id")) {
      query.setObject(1, customer);
      List<Read> reads = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reads.add(
              new Read(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  List.of((UUID[]) rows.getArray(4).getArray())));
        }
      }
      return reads;
    }
  }

  long count(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The first column of what the query finds. */
  List<String> list(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return read(statement, query, new ArrayList<>());
    }
  }

  int change(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement change = connection.createStatement()) {
      return change.executeUpdate(statement);
    }
  }

  /** Every row of every table as text, and the same with its bytes read as characters. */
  List<String> dump() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        read(statement, "select t::text from \"" + table + "\" t", rows);
      }
      for (String column : byteColumns(statement)) {
        read(statement, column, rows);
      }
    }
    return rows;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    return read(
        statement,
        "select table_name from information_schema.tables where table_schema = 'public'",
        new ArrayList<>());
  }

  private static List<String> byteColumns(Statement statement) throws SQLException {
    return read(
        statement,
        """
        select format('select encode(%I, ''escape'') from %I where %I is not null', column_name, table_name, column_name)
        from information_schema.columns where table_schema = 'public' and data_type = 'bytea'
        """,
        new ArrayList<>());
  }

  private static List<String> read(Statement statement, String query, List<String> into)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        into.add(rows.getString(1));
      }
    }
    return into;
  }
}
