package io.aftercare.simulator.storm;

import io.aftercare.local.parts.Folders;
import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.PartFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code storm}: load while parts are killed, then the reckoning. */
@Command(
    name = "storm",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a house of its own on free ports, loads it while its parts are killed and stopped,",
      "and compares what clients were told with what is stored.",
      "Exit code 0 only when nothing is lost, doubled, stale or stranded."
    })
public final class StormCommand implements Callable<Integer> {

  private static final int SHORTEST = 40;
  private static final int REFUSED = 2;

  @Spec private CommandSpec spec;

  @Option(names = "--seconds", description = "How long the load goes on (${DEFAULT-VALUE}).")
  private int seconds = 120;

  @Option(names = "--seed", description = "Of all that is left to chance; a new one if absent.")
  private @Nullable Long seed;

  @Option(names = "--rate", description = "Sales a second (${DEFAULT-VALUE}).")
  private int rate = 40;

  @Option(names = "--home", description = "Its folder, emptied first (target/storm).")
  private @Nullable Path home;

  @Override
  public Integer call() {
    // The Kafka client's own lines are not for people at a terminal.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Path folder = home == null ? Home.find().root().resolve("target/storm") : home;
    try {
      Folders.reserve(folder.toAbsolutePath().normalize());
    } catch (PartFailed taken) {
      spec.commandLine().getErr().println(taken.getMessage());
      return REFUSED;
    }
    Storm.Forecast forecast =
        new Storm.Forecast(
            folder.toAbsolutePath().normalize(),
            Duration.ofSeconds(Math.max(SHORTEST, seconds)),
            seed == null ? ThreadLocalRandom.current().nextInt(1, 100_000) : seed,
            Math.max(1, rate));
    return new Storm(forecast, spec.commandLine().getOut()).run() ? 0 : 1;
  }
}
