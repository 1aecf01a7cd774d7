package io.aftercare.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One process of the house that is started, watched, hurt and started again on the same data and
 * port.
 *
 * <p>A home folder holds, for every part, {@code data/<name>}, {@code logs/<name>.log} and, while
 * it runs, {@code run/<name>.pid}. A process left behind by a launcher that was killed is ended
 * before the part starts anew.
 */
public abstract class Part implements AutoCloseable {

  /**
   * Options for a Java part that is to start quickly and run fast later: what runs hot is still
   * compiled to the utmost, but not while everything runs for the first time.
   */
  public static final List<String> COMPILE_LATER =
      List.of(
          "-XX:Tier4InvocationThreshold=30000",
          "-XX:Tier4MinInvocationThreshold=3000",
          "-XX:Tier4CompileThreshold=60000",
          "-XX:Tier4BackEdgeThreshold=200000");

  private static final long LARGE_LOG = 20_000_000;

  private final String name;
  private final Path home;
  private final int port;
  private volatile @Nullable Process process;
  private boolean closed;

  protected Part(String name, Path home, int port) {
    this.name = name;
    this.home = home.toAbsolutePath().normalize();
    this.port = port == 0 ? Ports.free() : port;
  }

  /**
   * The command that runs in the foreground until it is told to stop; called before every start.
   */
  protected abstract ProcessBuilder command();

  /** Whether the part does its work now, asked of the part itself. */
  protected abstract boolean answers();

  /** How long a start may take. */
  protected Duration patience() {
    return Duration.ofMinutes(3);
  }

  /** How long an orderly end may take before it is made a short one. */
  protected Duration grace() {
    return Duration.ofSeconds(20);
  }

  /** The signal that asks for an orderly end. */
  protected String farewell() {
    return "TERM";
  }

  public final String name() {
    return name;
  }

  public final int port() {
    return port;
  }

  /** Where its output goes; appended to over restarts, and begun anew when it has grown large. */
  public final Path log() {
    return home.resolve("logs").resolve(name + ".log");
  }

  protected final Path data() {
    return home.resolve("data").resolve(name);
  }

  private Path pidFile() {
    return home.resolve("run").resolve(name + ".pid");
  }

  /**
   * Starts the process and returns when it answers.
   *
   * @throws PartFailed when it does not; the message ends with the last lines of its log
   */
  public final void start() {
    boolean ready = false;
    try {
      Process started = begin();
      awaitAnswer(started);
      settle();
      ready = true;
    } catch (IOException e) {
      throw new PartFailed(name + " could not be started: " + e.getMessage(), e);
    } finally {
      if (!ready) {
        kill();
      }
    }
  }

  /** What is left to do once it answers, at every start. */
  protected void settle() {}

  private synchronized Process begin() throws IOException {
    if (closed) {
      throw new PartFailed(name + " was closed and is not started again");
    }
    Leftover.end(pidFile());
    Files.createDirectories(data());
    Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(log().getParent());
    Files.createDirectories(pidFile().getParent());
    if (Files.exists(log()) && Files.size(log()) > LARGE_LOG) {
      Files.move(
          log(), log().resolveSibling(name + ".log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder command = command();
    // A session of its own: Ctrl-C at the terminal reaches the launcher alone, which then stops
    // everything in order.
    command.command().addFirst("setsid");
    command.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log().toFile()));
    Process started = command.start();
    process = started;
    Leftover.remember(pidFile(), started.toHandle());
    return started;
  }

  private void awaitAnswer(Process started) {
    Instant patienceEnds = Instant.now().plus(patience());
    while (!answers()) {
      if (!started.isAlive()) {
        throw new PartFailed(name + " ended while starting (" + log() + "):\n" + lastLines());
      }
      if (Instant.now().isAfter(patienceEnds)) {
        long seconds = patience().toSeconds();
        throw new PartFailed(
            "%s was not ready after %d s (%s):%n%s".formatted(name, seconds, log(), lastLines()));
      }
      Pause.brief();
    }
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return "(its log cannot be read: " + e.getMessage() + ")";
    }
  }

  /** The process id of the part's first process, which may have ended meanwhile. */
  public final long pid() {
    return current().pid();
  }

  /** Whether it runs, whichever launcher started it. */
  public final boolean isAlive() {
    return running().isPresent();
  }

  /** Completes with the part when its present process has ended, for whatever reason. */
  public final CompletableFuture<Part> onExit() {
    return current().onExit().thenApply(ended -> this);
  }

  /** Whether the part does its work at this moment. */
  public final boolean isReady() {
    return isAlive() && answers();
  }

  /** Whether it was told to stop and has not yet been told to go on. */
  public final boolean isSuspended() {
    return running().filter(process -> Leftover.state(process) == 'T').isPresent();
  }

  /** SIGKILL to the process and all its children, as a power cut would end them. */
  public final void kill() {
    Leftover.kill(processes());
  }

  /**
   * SIGSTOP to the process and all its children: it keeps its connections and says nothing more. It
   * stands still when this returns; a busy machine takes a moment to stop every thread.
   */
  public final void suspend() {
    signal("STOP", processes());
    for (int looks = 0; looks < 200 && running().isPresent() && !isSuspended(); looks++) {
      Pause.brief();
    }
  }

  /** SIGCONT after {@link #suspend()}. */
  public final void resume() {
    signal("CONT", processes());
  }

  /** Ends it in order if it runs, and starts it again on the same data and port. */
  public final void restart() {
    stop();
    start();
  }

  /** Stops it for good: asks it to end, waits, and kills it when it does not listen. */
  @Override
  public final void close() {
    synchronized (this) {
      closed = true;
    }
    stop();
  }

  private void stop() {
    List<ProcessHandle> all = processes();
    if (!all.isEmpty()) {
      signal("CONT", all);
      signal(farewell(), all.subList(0, 1));
      Leftover.awaitEnd(all, grace());
      Leftover.kill(all);
    }
    try {
      Files.deleteIfExists(pidFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessHandle current() {
    return running()
        .or(() -> Optional.ofNullable(process).map(Process::toHandle))
        .orElseThrow(() -> new PartFailed(name + " does not run"));
  }

  private Optional<ProcessHandle> running() {
    Process ours = process;
    if (ours != null) {
      return Optional.of(ours.toHandle()).filter(ProcessHandle::isAlive);
    }
    try {
      return Leftover.living(pidFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The living processes of the part, the first one first. */
  private List<ProcessHandle> processes() {
    return running().map(Leftover::family).orElse(List.of());
  }

  private static void signal(String signal, List<ProcessHandle> to) {
    if (to.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    to.forEach(process -> command.add(Long.toString(process.pid())));
    try {
      // The shell's own kill: the program of that name is not everywhere.
      new ProcessBuilder("sh", "-c", String.join(" ", command) + " 2>/dev/null").start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
