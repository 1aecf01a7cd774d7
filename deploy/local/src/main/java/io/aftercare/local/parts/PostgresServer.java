package io.aftercare.local.parts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A running PostgreSQL as its administrator sees it, whoever started it.
 *
 * @param host name or address
 * @param port its port
 * @param superuser may create databases and roles
 * @param password of the superuser and of the users of the house
 */
record PostgresServer(String host, int port, String superuser, String password) {

  static final String USER = "aftercare";

  /** What the services' statements run as: it owns nothing, so that no policy spares it. */
  static final String APPLICATION = "aftercare_application";

  /** Creates the users of the house unless they exist. */
  void createUsers() {
    createUser(USER);
    createUser(APPLICATION);
  }

  private void createUser(String name) {
    execute(
        """
        DO $$ BEGIN
          CREATE ROLE %s LOGIN PASSWORD '%s';
        EXCEPTION WHEN duplicate_object THEN NULL;
        END $$"""
            .formatted(name, password.replace("'", "''")));
  }

  /** Creates a database owned by the user of the house unless it exists. */
  Database createDatabase(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("Not a plain database name: " + name);
    }
    if (!exists(name)) {
      execute("CREATE DATABASE " + name + " OWNER " + USER);
    }
    return database(name);
  }

  Database database(String name) {
    return new Database(host, port, name, USER, password, APPLICATION);
  }

  private boolean exists(String name) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return statement
          .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")
          .next();
    } catch (SQLException e) {
      throw new PartFailed("PostgreSQL: " + e.getMessage(), e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new PartFailed("PostgreSQL: " + e.getMessage(), e);
    }
  }

  boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    Properties how = new Properties();
    how.setProperty("user", superuser);
    how.setProperty("password", password);
    how.setProperty("loginTimeout", "5");
    how.setProperty("socketTimeout", "30");
    // Not through DriverManager, which hides drivers of other class loaders from a test's.
    Connection connection =
        new org.postgresql.Driver()
            .connect("jdbc:postgresql://" + host + ":" + port + "/postgres", how);
    if (connection == null) {
      throw new SQLException("no connection to port " + port);
    }
    return connection;
  }
}
