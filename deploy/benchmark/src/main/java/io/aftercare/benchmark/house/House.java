package io.aftercare.benchmark.house;

import io.aftercare.local.parts.Folders;
import io.aftercare.local.parts.Kafka;
import io.aftercare.local.parts.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * PostgreSQL with durability on, Kafka and the services, each a process of its own on a free port,
 * with new data; all of it ends with {@link #close}.
 */
public final class House implements AutoCloseable {

  private final Path folder;
  private final Tokens tokens = new Tokens();
  private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
  private final Deque<AutoCloseable> toClose = new ConcurrentLinkedDeque<>();
  private final Postgres postgres;
  private final Kafka kafka;

  private House(Path folder) {
    this.folder = folder;
    this.postgres = Postgres.at(folder, 0);
    this.kafka = Kafka.at(folder, 0);
  }

  /** Starts database and broker on new data under the folder, which is emptied first. */
  public static House open(Path folder) {
    Folders.delete(folder);
    House house = new House(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(house::close, "the house ends"));
    house.postgres.start();
    house.kafka.start();
    return house;
  }

  /** The service, started when first asked for. */
  public ServiceProcess service(String name) {
    return services.computeIfAbsent(name, this::start);
  }

  private ServiceProcess start(String name) {
    String database = database(name);
    postgres.createDatabase(database);
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(database));
    environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    environment.put("QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKey());
    environment.put("AFTERCARE_CLOCK_OFFSET", "PT0S");
    ServiceProcess service = new ServiceProcess(name, folder, environment);
    toClose.push(service);
    service.start();
    return service;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Postgres postgres() {
    return postgres;
  }

  public Kafka kafka() {
    return kafka;
  }

  /** The database of a service. */
  public static String database(String service) {
    return service.replace('-', '_');
  }

  /** A connection to the service's database as the user of the house. */
  public Connection connect(String service) {
    try {
      return DriverManager.getConnection(
          postgres.jdbcUrl(database(service)), postgres.username(), postgres.password());
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

  /** A fresh start for whoever is measured next: nothing left to write from what came before. */
  public void settle(String service) {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(database(service)), postgres.superuser(), "");
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
    services.forEach((name, service) -> pids.put(name, service.pid()));
    pids.put("postgres", postgres.pid());
    pids.put("kafka", kafka.pid());
    return Cores.of(pids);
  }

  /** Something that must end before the parts do. */
  public void closeWithHouse(AutoCloseable closeable) {
    toClose.push(closeable);
  }

  @Override
  public void close() {
    for (AutoCloseable next = toClose.poll(); next != null; next = toClose.poll()) {
      try {
        next.close();
      } catch (Exception e) {
        System.err.println("Not closed in order: " + e);
      }
    }
    kafka.close();
    postgres.close();
    Folders.delete(folder.resolve("data"));
  }
}
