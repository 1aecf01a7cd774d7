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

  /**
   * A server whose data is in {@code instance}; in training it writes its classes down when it
   * ends.
   */
  ProcessBuilder start(Path instance, boolean training, List<String> options) {
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
    List<String> arguments = new ArrayList<>(List.of("start", "--optimized", "--cache=local"));
    arguments.addAll(List.of("--http-enabled=true", "--log-level=warn,io.quarkus:info"));
    arguments.addAll(options);
    return run(instance, sharedClasses(training), arguments);
  }

  boolean isTrained() {
    return Files.exists(classes());
  }

  /**
   * With the classes that an earlier server wrote down at its end, a start takes two thirds of the
   * time.
   */
  private List<String> sharedClasses(boolean training) {
    if (training) {
      return List.of(
          "-XX:ArchiveClassesAtExit=" + classes(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }
    return isTrained() ? List.of("-XX:SharedArchiveFile=" + classes(), "-Xlog:cds=off") : List.of();
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
