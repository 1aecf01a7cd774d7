package io.aftercare.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftercare.local.parts.Folders;
import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.Part;
import io.aftercare.local.parts.PartFailed;
import io.aftercare.local.parts.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the house up and keeps it up until it is told to stop. */
@Command(name = "up", description = "Starts the house and stays; Ctrl-C or 'down' stops it.")
final class Up implements Callable<Integer> {

  static final int REFUSED = 2;

  @Option(names = "--fresh", description = "Forget all data, logs and passwords first.")
  private boolean fresh;

  @Option(
      names = "--clock-shift",
      paramLabel = "SHIFT",
      converter = ClockShift.class,
      description = "Shift the services' clock: +8h, -90m, 1d12h or PT8H.")
  private Duration clockShift = Duration.ZERO;

  @Option(
      names = "--json",
      description = "When ready, print one JSON object; progress goes to stderr.")
  private boolean json;

  @Option(names = "--no-demo", description = "Do not bring in the demonstration chain.")
  private boolean noDemo;

  @Option(names = "--only", split = ",", hidden = true, description = "Start these services alone.")
  private List<String> only = Chain.SERVICES;

  private final Home house = Home.find();
  private final Path home = house.state();
  private final Launch launch = new Launch(home);
  private final CountDownLatch forever = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile @Nullable Process demo;

  @Override
  public Integer call() throws InterruptedException {
    long begun = System.nanoTime();
    Terminal terminal = new Terminal(json ? System.err : System.out);
    Optional<ProcessHandle> other = launch.running();
    if (other.isPresent()) {
      terminal.bad("already up, by process " + other.get().pid() + "; ./aftercare down stops it");
      return REFUSED;
    }
    Down.stopLeftovers(home, terminal);
    if (fresh) {
      Folders.delete(home);
    }
    Chain chain =
        Chain.of(
            Options.in(home)
                .onHousePorts()
                .clockOffset(clockShift)
                .services(only.toArray(String[]::new)));
    if (!portsAreFree(chain, terminal)) {
      return REFUSED;
    }
    launch.begin();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(chain, terminal), "stop"));
    try {
      chain.start(terminal);
    } catch (PartFailed e) {
      if (!stopping) {
        terminal.settled();
        terminal.bad(String.valueOf(e.getMessage()));
        return 1;
      }
    }
    if (!stopping && !noDemo) {
      bringDemo(chain, terminal);
    }
    if (!stopping) {
      terminal.settled();
      announce(chain, terminal, Duration.ofNanos(System.nanoTime() - begun));
      new Watch(terminal, () -> stopping).over(chain.parts());
    }
    forever.await();
    return 0;
  }

  private static boolean portsAreFree(Chain chain, Terminal terminal) {
    boolean free = true;
    for (Part part : chain.parts()) {
      if (!Ports.isFree(part.port())) {
        String holder =
            PortHolder.of(part.port())
                .map(PortHolder::toString)
                .orElse("a process of another user");
        terminal.bad(
            "port %d, which %s needs, is taken by %s".formatted(part.port(), part.name(), holder));
        free = false;
      }
    }
    return free;
  }

  private void bringDemo(Chain chain, Terminal terminal) throws InterruptedException {
    Path simulator = house.root().resolve("deploy/simulator/target/simulator.jar");
    if (!Files.exists(simulator)) {
      terminal.bad("no demonstration chain: " + simulator + " is not built");
      return;
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Home.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-jar", simulator.toString(), "demo"));
    command.addAll(List.of("--access", chain.accessFile().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    try {
      Process process = builder.start();
      demo = process;
      try (var lines = process.inputReader()) {
        lines.lines().forEach(line -> terminal.line("  · " + line));
      }
      if (process.waitFor() != 0 && !stopping) {
        terminal.bad("the demonstration chain could not be brought in completely");
      }
    } catch (IOException e) {
      terminal.bad("the demonstration chain could not be brought in: " + e.getMessage());
    }
  }

  private void announce(Chain chain, Terminal terminal, Duration took) {
    if (json) {
      ObjectNode ready = new ObjectMapper().valueToTree(chain.access());
      ready.put("readyAfterSeconds", took.toMillis() / 1000.0);
      System.out.println(ready);
      return;
    }
    new Announcement(chain, terminal).show(took);
  }

  /** Runs when the process is told to end, by Ctrl-C or from another terminal. */
  private void stop(Chain chain, Terminal terminal) {
    stopping = true;
    terminal.settled();
    terminal.line("");
    Process seeding = demo;
    if (seeding != null) {
      seeding.destroy();
    }
    chain.close(terminal);
    launch.end();
    terminal.good("everything is stopped; the data stays in " + home);
  }
}
