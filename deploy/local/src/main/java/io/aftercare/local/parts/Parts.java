package io.aftercare.local.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and Kafka for the tests of a module, started at the first request and shared by all
 * test classes of the run.
 *
 * <p>Where {@code AFTERCARE_PARTS} (system property or environment) names a file written by {@link
 * #describe}, the parts described there are used: their topics are emptied for this run, and its
 * databases are new. Else both are started on free ports with their data under the working
 * directory's {@code target}, and end with this process. With {@code -Dparts=containers} both run
 * in containers; this way is <strong>untried</strong>, since it needs a container engine with
 * images at hand.
 */
public final class Parts {

  private static final String SHARED = "AFTERCARE_PARTS";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static @Nullable Parts ofThisRun;

  private final PostgresServer postgres;
  private final KafkaBroker kafka;

  Parts(PostgresServer postgres, KafkaBroker kafka) {
    this.postgres = postgres;
    this.kafka = kafka;
  }

  /** The parts of this run; safe to ask for again and again, also from another class loader. */
  public static synchronized Parts forTests() {
    if (ofThisRun == null) {
      ofThisRun = find();
    }
    return ofThisRun;
  }

  private static Parts find() {
    // Class loaders come and go within one test run; what outlives them is the system properties.
    String ours = System.getProperty("aftercare.parts.of-this-run");
    if (ours != null) {
      return read(Path.of(ours));
    }
    String shared = System.getProperty(SHARED, System.getenv(SHARED));
    if (shared != null) {
      Parts parts = read(Path.of(shared));
      parts.kafka.empty();
      System.setProperty("aftercare.parts.of-this-run", shared);
      return parts;
    }
    Path folder =
        Path.of("target", "parts", Long.toString(ProcessHandle.current().pid())).toAbsolutePath();
    Parts parts =
        "containers".equals(System.getProperty("parts")) ? Containers.start() : startOwn(folder);
    Path description = folder.resolve("parts.json");
    parts.writeTo(description);
    System.setProperty("aftercare.parts.of-this-run", description.toString());
    return parts;
  }

  private static Parts startOwn(Path folder) {
    sweep(folder.getParent());
    Postgres postgres = Postgres.at(folder, 0, Secret.next());
    Kafka kafka = Kafka.at(folder, 0);
    // Before they start: a run that is broken off meanwhile leaves nothing behind either.
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka ends"));
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "postgres ends"));
    postgres.start();
    kafka.start();
    return new Parts(postgres.server(), new KafkaBroker(kafka.bootstrapServers()));
  }

  /** Ends and removes what earlier runs left that were killed before their own end. */
  private static void sweep(Path runs) {
    if (!Files.isDirectory(runs)) {
      return;
    }
    try (Stream<Path> folders = Files.list(runs)) {
      for (Path folder : folders.toList()) {
        if (ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isEmpty()) {
          remove(folder);
        }
      }
    } catch (IOException e) {
      throw new PartFailed(
          "What an earlier run left in " + runs + " cannot be removed: " + e.getMessage(), e);
    }
  }

  private static void remove(Path folder) throws IOException {
    for (String part : List.of("postgres", "kafka")) {
      Leftover.end(folder.resolve("run").resolve(part + ".pid"));
    }
    Folders.delete(folder);
  }

  /** Describes running parts for other processes; see {@code AFTERCARE_PARTS}. */
  public static void describe(Postgres postgres, Kafka kafka, Path file) {
    new Parts(postgres.server(), new KafkaBroker(kafka.bootstrapServers())).writeTo(file);
  }

  private void writeTo(Path file) {
    try {
      Files.createDirectories(file.getParent());
      JSON.writeValue(file.toFile(), new Description(postgres, kafka));
    } catch (IOException e) {
      throw new PartFailed("The parts cannot be described in " + file + ": " + e.getMessage(), e);
    }
  }

  private static Parts read(Path file) {
    try {
      Description description = JSON.readValue(file.toFile(), Description.class);
      return new Parts(description.postgres(), description.kafka());
    } catch (IOException e) {
      throw new PartFailed(
          "The parts described in " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * A new and empty database; its real name begins with {@code name} and is new with every call.
   */
  public Database database(String name) {
    return postgres.createDatabase(
        name
            + "_"
            + Long.toString(ProcessHandle.current().pid(), 36)
            + "_"
            + Long.toString(System.nanoTime(), 36));
  }

  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** Creates a topic unless it exists; the broker never creates one on its own. */
  public void createTopic(String name, int partitions) {
    kafka.createTopic(name, partitions, Duration.ofDays(1));
  }

  record Description(PostgresServer postgres, KafkaBroker kafka) {}
}
