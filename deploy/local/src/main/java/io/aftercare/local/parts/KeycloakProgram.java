package io.aftercare.local.parts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The unpacked Keycloak and the way to run it.
 *
 * @param distribution holds {@code lib}; shared by all instances, which have their data elsewhere
 */
record KeycloakProgram(Path distribution) {

  private static final String OPENS = "--add-opens=java.base/java.%s=ALL-UNNAMED";
  private static final String QUIET = "-Xlog:cds=off";
  private static final List<String> JVM =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx320m",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:+ExitOnOutOfMemoryError",
          OPENS.formatted("util"),
          OPENS.formatted("util.concurrent"),
          OPENS.formatted("security"),
          OPENS.formatted("lang"),
          "--enable-native-access=ALL-UNNAMED",
          "-Dfile.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Dpicocli.disable.closures=true",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
              + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");

  static KeycloakProgram of(Home home) {
    return new KeycloakProgram(home.prepared("keycloak"));
  }

  /** Builds Keycloak for our options, once; several test runs may ask at the same time. */
  void prepare() {
    Path built = distribution.resolve("built-for-aftercare");
    if (Files.exists(built)) {
      return;
    }
    try (FileChannel channel =
            FileChannel.open(
                distribution.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!Files.exists(built) && lock.isValid()) {
        build();
        Files.createFile(built);
      }
    } catch (IOException e) {
      throw new PartFailed("Keycloak cannot be prepared: " + e.getMessage(), e);
    }
  }

  private void build() throws IOException {
    Path log = distribution.resolve("build.log");
    ProcessBuilder build =
        run(
            distribution,
            List.of(),
            List.of("build", "--db=dev-file", "--health-enabled=false", "--metrics-enabled=false"));
    Process process = build.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("its build failed, see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("Interrupted while building Keycloak", e);
    }
  }

  /** A server whose data is in {@code instance}. */
  ProcessBuilder start(Path instance, int port, List<String> extra) {
    try {
      Path libraries = instance.resolve("lib");
      Files.deleteIfExists(libraries);
      Files.createSymbolicLink(libraries, distribution.resolve("lib"));
      Files.createDirectories(instance.resolve("conf"));
      Files.createDirectories(instance.resolve("providers"));
    } catch (IOException e) {
      throw new PartFailed(
          "Keycloak's folder " + instance + " cannot be prepared: " + e.getMessage(), e);
    }
    return run(
        instance,
        extra,
        List.of(
            "start",
            "--optimized",
            "--cache=local",
            "--log-level=warn,io.quarkus:info",
            "--http-enabled=true",
            "--http-host=localhost",
            "--http-port=" + port,
            "--hostname=http://localhost:" + port));
  }

  /** Whether a trained server has left what makes others quick. */
  boolean isTrained() {
    return Files.exists(emptyDatabase());
  }

  /** Keeps the database of a trained server, which holds no realm of ours yet. */
  void keep(Path database) {
    Folders.copy(database, emptyDatabase());
  }

  Path emptyDatabase() {
    return distribution.resolve("empty-database");
  }

  /** The server writes its classes down when it ends. */
  List<String> classesInTraining() {
    return List.of("-XX:ArchiveClassesAtExit=" + classes(), QUIET, "-Xlog:cds+dynamic=off");
  }

  /** With the classes that a trained server wrote down, a start takes two thirds of the time. */
  List<String> classesOfTraining() {
    return Files.exists(classes())
        ? List.of("-XX:SharedArchiveFile=" + classes(), QUIET)
        : List.of();
  }

  private Path classes() {
    return distribution.resolve("classes.jsa");
  }

  private ProcessBuilder run(Path instance, List<String> extra, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Home.java());
    command.addAll(JVM);
    command.addAll(extra);
    command.add("-Dkc.home.dir=" + instance);
    command.add("-Djboss.server.config.dir=" + instance.resolve("conf"));
    command.addAll(List.of("-cp", distribution.resolve("lib/quarkus-run.jar").toString()));
    command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
