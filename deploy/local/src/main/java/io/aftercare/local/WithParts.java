package io.aftercare.local;

import io.aftercare.local.parts.Folders;
import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.Kafka;
import io.aftercare.local.parts.Parts;
import io.aftercare.local.parts.Postgres;
import io.aftercare.local.parts.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs a command beside a PostgreSQL and a Kafka of its own, which it finds by {@code
 * AFTERCARE_PARTS}.
 */
@Command(name = "with-parts", hidden = true, description = "Runs a command beside fresh parts.")
final class WithParts implements Callable<Integer> {

  @Parameters(paramLabel = "COMMAND", arity = "1..*")
  private List<String> command = List.of();

  private volatile @Nullable Process process;

  @Override
  public Integer call() throws Exception {
    Path folder =
        Home.find()
            .root()
            .resolve("target/parts/" + ProcessHandle.current().pid())
            .toAbsolutePath();
    Postgres postgres = Postgres.at(folder, 0, Secret.next());
    Kafka kafka = Kafka.at(folder, 0);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(postgres, kafka, folder), "parts end"));
    postgres.start();
    kafka.start();
    Path description = folder.resolve("parts.json");
    Parts.describe(postgres, kafka, description);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("AFTERCARE_PARTS", description.toString());
    Process started = builder.start();
    process = started;
    return started.waitFor();
  }

  private void end(Postgres postgres, Kafka kafka, Path folder) {
    Process running = process;
    if (running != null && running.isAlive()) {
      running.destroy();
      running.onExit().join();
    }
    kafka.close();
    postgres.close();
    Folders.delete(folder);
  }
}
