package io.aftercare.simulator;

import io.aftercare.simulator.chain.CannotGoOn;
import io.aftercare.simulator.demo.DemoCommand;
import io.aftercare.simulator.privacy.ReapplyErasuresCommand;
import io.aftercare.simulator.privacy.RotateKeysCommand;
import io.aftercare.simulator.privacy.VerifyAuditCommand;
import io.aftercare.simulator.rebuild.RebuildTimelineCommand;
import io.aftercare.simulator.roster.ImportCustomersCommand;
import io.aftercare.simulator.storm.StormCommand;
import io.aftercare.simulator.synthea.ImportCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Works a pharmacy chain against the running house. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Works a pharmacy chain against the running house.",
    subcommands = {
      DemoCommand.class,
      Simulator.Import.class,
      Simulator.Rebuild.class,
      ReapplyErasuresCommand.class,
      RotateKeysCommand.class,
      StormCommand.class,
      VerifyAuditCommand.class
    })
public final class Simulator {

  /** Brings in data from elsewhere. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      description = "Brings in data from elsewhere.",
      subcommands = {ImportCommand.class, ImportCustomersCommand.class})
  static final class Import {}

  /** Makes anew what can be made anew. */
  @Command(
      name = "rebuild",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      description = "Makes anew what one service keeps of what others tell.",
      subcommands = RebuildTimelineCommand.class)
  static final class Rebuild {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(commandLine(out, err).execute(args));
  }

  /** The commands, writing to where they are told to. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Simulator())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> {
              if (failure instanceof CannotGoOn) {
                commandLine.getErr().println(failure.getMessage());
                return 1;
              }
              throw failure;
            });
  }
}
