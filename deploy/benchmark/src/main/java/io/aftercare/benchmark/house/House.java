package io.aftercare.benchmark.house;

import io.aftercare.local.Chain;
import io.aftercare.local.Options;
import io.aftercare.local.Service;
import io.aftercare.local.parts.Folders;
import io.aftercare.local.parts.Kafka;
import io.aftercare.local.parts.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * PostgreSQL with durability on, Kafka and the services, each a process of its own on a free port,
 * with new data; all of it ends with {@link #close}.
 */
public final class House implements AutoCloseable {

  /**
   * The heap that services have everywhere, and the compiler as it is by itself: nobody waits for
   * the start here. No path measured here lets one service ask another, so that no token is ever
   * fetched; as environment these names would be taken for a tenant called client.
   */
  private static final String[] JVM = {
    "-Xmx192m",
    "-Dquarkus.oidc-client.auth-server-url=http://localhost:1",
    "-Dquarkus.oidc-client.discovery-enabled=false",
    "-Dquarkus.oidc-client.token-path=/token",
    "-Dquarkus.oidc-client.credentials.secret=unused"
  };

  private static final String[] SERVICES = {"sales", "follow-up", "customer-profile"};

  private final Path folder;
  private final Tokens tokens = new Tokens();
  private final Chain chain;
  private final Set<String> started = new LinkedHashSet<>();
  private final Deque<Process> programs = new ConcurrentLinkedDeque<>();

  private House(Path folder) {
    this.folder = folder;
    this.chain =
        Chain.of(
            Options.in(folder)
                .withoutKeycloak()
                .services(SERVICES)
                .environment("*", Map.of("QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKey()))
                // Requests are counted all the same, but none is turned away.
                .environment("sales", Map.of("AFTERCARE_STORE_LIMIT_REQUESTS", "100000000"))
                .jvm(JVM));
  }

  /**
   * Starts database and broker on new data under the folder, which is emptied first.
   *
   * @throws io.aftercare.local.parts.PartFailed when another bench is under way there
   */
  public static House open(Path folder) {
    Folders.reserve(folder);
    Folders.delete(folder);
    House house = new House(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(house::close, "the house ends"));
    house.postgres().start();
    house.kafka().start();
    return house;
  }

  /** The service, started when first asked for. */
  public Service service(String name) {
    if (started.add(name)) {
      postgres().createDatabase(database(name));
      chain.service(name).start();
    }
    return chain.service(name);
  }

  /** Whether the service has been started. */
  public boolean runs(String name) {
    return started.contains(name);
  }

  public Tokens tokens() {
    return tokens;
  }

  public Postgres postgres() {
    return chain.postgres();
  }

  public Kafka kafka() {
    return chain.kafka();
  }

  /** The database of a service. */
  public static String database(String service) {
    return service.replace('-', '_');
  }

  /** A connection to the service's database as the user of the house. */
  public Connection connect(String service) {
    try {
      return DriverManager.getConnection(
          postgres().jdbcUrl(database(service)), postgres().username(), postgres().password());
    } catch (SQLException e) {
      throw new Broken("No connection to the database of " + service, e);
    }
  }

  /** Runs statements in the service's database. */
  public void sql(String service, String... statements) {
    try (Connection connection = connect(service);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new Broken("SQL failed: " + e.getMessage(), e);
    }
  }

  /** The one number that a query answers. */
  public long count(String service, String query) {
    try (Connection connection = connect(service);
        Statement statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new Broken("SQL failed: " + e.getMessage(), e);
    }
  }

  /** The one text that a query answers. */
  public String text(String service, String query) {
    try (Connection connection = connect(service);
        Statement statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new Broken("SQL failed: " + e.getMessage(), e);
    }
  }

  /** A fresh start for whoever is measured next: nothing left to write from what came before. */
  public void settle(String service) {
    try (Connection connection =
            DriverManager.getConnection(
                postgres().jdbcUrl(database(service)),
                postgres().superuser(),
                postgres().password());
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
    } catch (SQLException e) {
      throw new Broken("Checkpoint failed: " + e.getMessage(), e);
    }
  }

  /** Processor time used up to now. */
  public Cores cores() {
    Map<String, Long> pids = new LinkedHashMap<>();
    pids.put("load", ProcessHandle.current().pid());
    started.forEach(name -> pids.put(name, chain.service(name).pid()));
    pids.put("postgres", postgres().pid());
    pids.put("kafka", kafka().pid());
    return Cores.of(pids);
  }

  /** A program that must not outlive the house. */
  public void endsWithHouse(Process program) {
    programs.removeIf(before -> !before.isAlive());
    programs.add(program);
  }

  @Override
  public void close() {
    programs.forEach(Process::destroyForcibly);
    chain.close();
    Folders.delete(folder.resolve("data"));
  }
}
