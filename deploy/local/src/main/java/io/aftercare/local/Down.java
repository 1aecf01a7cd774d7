package io.aftercare.local;

import io.aftercare.local.parts.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** Stops a house from another terminal, however its launcher fares. */
@Command(name = "down", description = "Stops the house.")
final class Down implements Callable<Integer> {

  private static final int PATIENCE_SECONDS = 90;

  @Override
  public Integer call() throws Exception {
    Path home = Home.find().state();
    Terminal terminal = new Terminal(System.out);
    Launch launch = new Launch(home);
    Optional<ProcessHandle> launcher = launch.running();
    if (launcher.isPresent()) {
      terminal.line("  · stopping");
      end(launcher.get());
    }
    boolean left = stopLeftovers(home, terminal);
    launch.end();
    terminal.good(launcher.isPresent() || left ? "everything is stopped" : "nothing was running");
    return 0;
  }

  private static void end(ProcessHandle launcher) throws Exception {
    launcher.destroy();
    // A launcher that somebody has stopped hears nothing until it goes on.
    new ProcessBuilder("sh", "-c", "kill -CONT " + launcher.pid() + " 2>/dev/null")
        .start()
        .waitFor();
    try {
      launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException tooLong) {
      launcher.destroyForcibly();
    }
  }

  /**
   * Stops in order what a launcher left behind that was killed; says whether there was anything.
   */
  static boolean stopLeftovers(Path home, Terminal terminal) {
    if (!Files.isDirectory(home.resolve("run"))) {
      return false;
    }
    Chain chain = Chain.of(Options.in(home).onHousePorts());
    boolean left = chain.parts().stream().anyMatch(part -> part.isAlive());
    chain.close(terminal);
    return left;
  }
}
