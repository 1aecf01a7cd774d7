package io.aftercare.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresIT {

  static final String SECRET = Secret.next();

  @TempDir Path home;

  @Test
  void killedItComesBackWithWhatItHasCommitted() throws SQLException {
    try (Postgres postgres = Postgres.start(home, 0, SECRET)) {
      Database sales = postgres.createDatabase("sales");
      execute(sales, "CREATE TABLE sale AS SELECT 7 AS id");
      int port = postgres.port();
      long pid = postgres.pid();

      postgres.kill();
      assertThat(postgres.isAlive()).isFalse();
      postgres.restart();

      assertThat(postgres.port()).isEqualTo(port);
      assertThat(postgres.pid()).isNotEqualTo(pid);
      assertThat(number(sales, "SELECT id FROM sale")).isEqualTo(7);
    }
  }

  @Test
  void itKeepsItsDataBetweenRunsAndCommitsForReal() throws SQLException {
    try (Postgres postgres = Postgres.start(home, 0, SECRET)) {
      execute(postgres.createDatabase("sales"), "CREATE TABLE sale AS SELECT 3 AS id");
    }

    try (Postgres postgres = Postgres.start(home, 0, SECRET)) {
      Database sales = postgres.createDatabase("sales");
      assertThat(number(sales, "SELECT id FROM sale")).isEqualTo(3);
      String durable =
          "SELECT count(*) FROM pg_settings WHERE setting = 'on'"
              + " AND name IN ('fsync', 'synchronous_commit', 'full_page_writes')";
      assertThat(number(sales, durable)).isEqualTo(3);
    }
  }

  @Test
  void whatAKilledLauncherLeftIsEndedBeforeTheNextStart() {
    Postgres left = Postgres.start(home, 0, SECRET);

    try (Postgres postgres = Postgres.start(home, 0, SECRET)) {
      assertThat(left.isAlive()).isFalse();
      assertThat(postgres.isReady()).isTrue();
    }
  }

  @Test
  void nobodyEntersWithoutThePassword() throws SQLException {
    try (Postgres postgres = Postgres.start(home, 0, SECRET)) {
      Database sales = postgres.createDatabase("sales");

      for (String user : List.of(sales.username(), postgres.superuser())) {
        for (String guess : List.of("", user, "secret")) {
          assertThatThrownBy(() -> DriverManager.getConnection(sales.jdbcUrl(), user, guess))
              .isInstanceOf(SQLException.class)
              .hasMessageContaining("password");
        }
      }
      assertThat(number(sales, "SELECT 5")).isEqualTo(5);
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }
}
