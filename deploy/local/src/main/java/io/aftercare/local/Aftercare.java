package io.aftercare.local;

import io.aftercare.local.parts.PartFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The part of the launcher that is written in Java; people call it through the script {@code
 * aftercare}.
 */
@Command(
    name = "aftercare",
    subcommands = {
      Up.class,
      Down.class,
      Status.class,
      Logs.class,
      Replay.class,
      Prepare.class,
      WithParts.class
    })
public final class Aftercare {

  private Aftercare() {}

  public static void main(String[] arguments) {
    // The Kafka client's own lines are not for people at a terminal.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    CommandLine commands = new CommandLine(new Aftercare());
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof PartFailed) {
            System.err.println(failure.getMessage());
            return 1;
          }
          throw failure;
        });
    System.exit(commands.execute(arguments));
  }
}
