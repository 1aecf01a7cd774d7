package io.aftercare.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL 18 with durability on, as a process of its own; works as root and as an ordinary user.
 */
public final class Postgres extends Part {

  private static final String SUPERUSER = "postgres";
  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "max_connections=200",
          "shared_buffers=256MB",
          "max_wal_size=4GB",
          "checkpoint_timeout=15min",
          "random_page_cost=1.1",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC",
          // Logs hold no customer's data: neither the statement that failed nor the row it names.
          "log_error_verbosity=terse",
          "log_min_error_statement=panic",
          "listen_addresses=localhost",
          "unix_socket_directories=");

  private final PostgresServer server;

  private Postgres(Path home, int port, String password) {
    super("postgres", home, port);
    this.server = new PostgresServer("localhost", port(), SUPERUSER, password);
  }

  /**
   * Starts a server on the data under {@code home}, which is created when there is none.
   *
   * @param home the folder of the running house
   * @param port the port, 0 for a free one
   * @param password set when the data is created; the same at every later start
   * @return the server, ready to take connections
   * @throws PartFailed when it does not start; the message ends with the last lines of its log
   */
  public static Postgres start(Path home, int port, String password) {
    Postgres postgres = at(home, port, password);
    postgres.start();
    return postgres;
  }

  /** As {@link #start(Path, int, String)}, not yet started. */
  public static Postgres at(Path home, int port, String password) {
    return new Postgres(home, port, password);
  }

  /** Creates the database unless it exists. */
  public Database createDatabase(String name) {
    return server.createDatabase(name);
  }

  /** How a database of this name is reached, whether it exists or not. */
  public Database database(String name) {
    return server.database(name);
  }

  public String jdbcUrl(String database) {
    return server.database(database).jdbcUrl();
  }

  public String reactiveUrl(String database) {
    return server.database(database).reactiveUrl();
  }

  /** The user that owns the databases. */
  public String username() {
    return PostgresServer.USER;
  }

  /** Of the user and of the superuser. */
  public String password() {
    return server.password();
  }

  /** The role that may do everything. */
  public String superuser() {
    return SUPERUSER;
  }

  PostgresServer server() {
    return server;
  }

  @Override
  protected ProcessBuilder command() {
    PostgresProgram program = PostgresProgram.of(Home.find());
    Path cluster = data();
    try {
      if (!Files.exists(cluster.resolve("PG_VERSION"))) {
        program.initialise(cluster, SUPERUSER, server.password(), log());
      }
      forgetDeadPostmaster(cluster.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new PartFailed(
          "The database cluster " + cluster + " cannot be prepared: " + e.getMessage(), e);
    }
    List<String> arguments =
        new ArrayList<>(List.of("-D", cluster.toString(), "-p", Integer.toString(port())));
    SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
    return program.run("postgres", cluster, arguments);
  }

  /**
   * After a power cut the number in this file may belong to somebody else, and PostgreSQL would
   * refuse to start.
   */
  private static void forgetDeadPostmaster(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    boolean runs =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().command())
            .orElse("")
            .endsWith("/postgres");
    if (!runs) {
      Files.delete(file);
    }
  }

  @Override
  protected void settle() {
    server.createUsers();
  }

  @Override
  protected boolean answers() {
    return Ports.answers(port()) && server.answers();
  }

  /** Does not wait for clients to leave. */
  @Override
  protected String farewell() {
    return "INT";
  }
}
