package io.aftercare.local;

import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.Kafka;
import io.aftercare.local.parts.Keycloak;
import io.aftercare.local.parts.KeycloakAdministrator;
import io.aftercare.local.parts.Part;
import io.aftercare.local.parts.PartFailed;
import io.aftercare.local.parts.Ports;
import io.aftercare.local.parts.Postgres;
import io.aftercare.local.parts.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole house on this machine: PostgreSQL, Kafka, Keycloak and the services, each a process
 * that can be killed, stopped and started again by itself. Used by the launcher, by journeys and by
 * storms.
 */
public final class Chain implements AutoCloseable {

  /** Our services, each in the module of its name. */
  public static final List<String> SERVICES =
      List.of("sales", "customer-profile", "follow-up", "feedback", Wiring.CONSOLE);

  /** The well-known ports. */
  static final Map<String, Integer> HOUSE_PORTS =
      Map.of(
          "postgres",
          5442,
          "kafka",
          9092,
          "keycloak",
          8180,
          Wiring.CONSOLE,
          8080,
          "sales",
          8081,
          "customer-profile",
          8082,
          "follow-up",
          8083,
          "feedback",
          8084);

  private final Options options;
  private final Secrets secrets;
  private final Postgres postgres;
  private final Kafka kafka;
  private final @Nullable Realm realm;
  private final @Nullable Keycloak keycloak;
  private final Map<String, Service> services = new LinkedHashMap<>();

  private Chain(Options options) {
    Path home = options.home();
    this.options = options;
    this.secrets = Secrets.in(home);
    this.postgres = Postgres.at(home, port("postgres"), secrets.of("postgres"));
    this.kafka = Kafka.at(home, port("kafka"));
    Map<String, Integer> ports = new TreeMap<>();
    SERVICES.forEach(name -> ports.put(name, port(name)));
    if (options.withKeycloak()) {
      this.realm = Realm.of(Home.find(), secrets, url(ports.get(Wiring.CONSOLE)));
      this.keycloak =
          Keycloak.at(
              home,
              port("keycloak"),
              realm.json(),
              new KeycloakAdministrator("admin", administratorPassword()));
    } else {
      this.realm = null;
      this.keycloak = null;
    }
    Wiring wiring =
        new Wiring(options, postgres, kafka, keycloak, secrets, name -> url(ports.get(name)));
    for (String name : options.services()) {
      services.put(name, new Service(name, home, ports.get(name), options.jvm(), wiring.of(name)));
    }
  }

  private int port(String name) {
    return options.housePorts() ? HOUSE_PORTS.get(name) : Ports.free();
  }

  private static String url(int port) {
    return "http://localhost:" + port;
  }

  /** The house as these options describe it, nothing started. */
  public static Chain of(Options options) {
    return new Chain(options);
  }

  /**
   * Starts the house and returns when everything in it is ready. It ends with {@link #close}, at
   * the latest with this process.
   *
   * @throws PartFailed when something is not; what had been started is stopped again
   */
  public static Chain start(Options options) {
    Chain chain = of(options);
    Runtime.getRuntime().addShutdownHook(new Thread(chain::close, "the chain ends"));
    chain.start(Progress.SILENT);
    return chain;
  }

  /** As {@link #start(Options)}, told as it goes. */
  public void start(Progress progress) {
    writeAccess();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      CompletableFuture<Void> database = run(threads, () -> start(postgres, progress));
      CompletableFuture<Void> broker = run(threads, () -> start(kafka, progress));
      all.add(database);
      all.add(broker);
      if (keycloak != null) {
        all.add(run(threads, () -> start(keycloak, progress)));
      }
      // The services wait for Keycloak by themselves, and have better things to do meanwhile.
      CompletableFuture<Void> ground = CompletableFuture.allOf(database, broker);
      for (Service service : services.values()) {
        all.add(ground.thenRunAsync(() -> startService(service, progress), threads));
      }
      await(all);
    }
  }

  private static CompletableFuture<Void> run(ExecutorService threads, Runnable what) {
    return CompletableFuture.runAsync(what, threads);
  }

  private void await(List<CompletableFuture<Void>> all) {
    CompletableFuture<Void> everything =
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    CompletableFuture<Void> firstFailure = new CompletableFuture<>();
    all.forEach(
        one ->
            one.exceptionally(
                failure -> {
                  firstFailure.completeExceptionally(failure);
                  return null;
                }));
    try {
      CompletableFuture.anyOf(everything, firstFailure).join();
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof PartFailed failed ? failed : e;
    }
  }

  private void startService(Service service, Progress progress) {
    if (!service.name().equals(Wiring.CONSOLE)) {
      postgres.createDatabase(Wiring.database(service.name()));
    }
    start(service, progress);
  }

  private static void start(Part part, Progress progress) {
    progress.starting(part);
    long begun = System.nanoTime();
    part.start();
    progress.ready(part, Duration.ofNanos(System.nanoTime() - begun));
  }

  public Postgres postgres() {
    return postgres;
  }

  public Kafka kafka() {
    return kafka;
  }

  /**
   * @throws PartFailed when the house goes without it
   */
  public Keycloak keycloak() {
    if (keycloak == null) {
      throw new PartFailed("This house has no Keycloak");
    }
    return keycloak;
  }

  /**
   * @throws PartFailed when the house does not run it
   */
  public Service service(String name) {
    Service service = services.get(name);
    if (service == null) {
      throw new PartFailed("This house does not run " + name);
    }
    return service;
  }

  /** Everything that runs, what others stand on first. */
  public List<Part> parts() {
    Stream<Part> ground = Stream.of(postgres, kafka);
    return Stream.concat(
            Stream.concat(ground, Stream.ofNullable(keycloak)), services.values().stream())
        .toList();
  }

  /** Where it is and who may enter it. */
  public Access access() {
    Map<String, String> urls = new LinkedHashMap<>();
    services.forEach((name, service) -> urls.put(name, service.url()));
    if (keycloak != null) {
      urls.put("keycloak", keycloak.url());
    }
    return new Access(
        options.clockOffset().toString(),
        urls,
        kafka.bootstrapServers(),
        new Access.Server("localhost", postgres.port(), postgres.username(), postgres.password()),
        realm == null ? Map.of() : realm.clients(),
        realm == null ? Map.of() : realm.people());
  }

  /** Who administers Keycloak itself is called admin. */
  String administratorPassword() {
    return secrets.of("user.admin");
  }

  /** The file that {@link #access()} is kept in. */
  public Path accessFile() {
    return options.home().resolve("access.json");
  }

  private void writeAccess() {
    try {
      Secret.write(accessFile(), access().json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops everything, the services first, and leaves no process behind. */
  @Override
  public void close() {
    close(Progress.SILENT);
  }

  /** As {@link #close()}, told as it goes. */
  public void close(Progress progress) {
    close(List.copyOf(services.values()), progress);
    close(Stream.concat(Stream.of(kafka), Stream.ofNullable(keycloak)).toList(), progress);
    close(List.of(postgres), progress);
  }

  private static void close(List<? extends Part> parts, Progress progress) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Part part : parts) {
        if (part.isAlive()) {
          progress.stopping(part);
        }
        threads.execute(part::close);
      }
    }
  }
}
