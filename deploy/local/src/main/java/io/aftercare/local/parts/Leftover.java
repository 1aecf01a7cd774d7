package io.aftercare.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processes remembered by file, so that one whose launcher was killed is found again and no
 * stranger is hit.
 */
public final class Leftover {

  // The start time of one process is computed anew by each reader and may differ a little.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private Leftover() {}

  /** Writes the process id and start time of a process. */
  public static void remember(Path file, ProcessHandle process) throws IOException {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    Files.writeString(file, process.pid() + " " + start);
  }

  /** The remembered process, if that very process still runs. */
  public static Optional<ProcessHandle> living(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] words = Files.readString(file).strip().split(" ");
    if (words.length != 2) {
      return Optional.empty();
    }
    Instant start = Instant.parse(words[1]);
    return ProcessHandle.of(Long.parseLong(words[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> isNear(process.info().startInstant().orElse(Instant.EPOCH), start));
  }

  /** Kills the remembered process with its children, if it still runs, and forgets it. */
  public static void end(Path file) throws IOException {
    living(file).ifPresent(left -> kill(family(left)));
    Files.deleteIfExists(file);
  }

  /** A process and its descendants as far as they live, itself first. */
  static List<ProcessHandle> family(ProcessHandle first) {
    return Stream.concat(Stream.of(first), first.descendants())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  /** Kills without asking and waits for the end. */
  static void kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(processes, Duration.ofSeconds(10));
  }

  /** Waits until all have ended or the time is over. */
  static void awaitEnd(List<ProcessHandle> processes, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (processes.stream().anyMatch(Leftover::runs) && System.nanoTime() < end) {
      Pause.brief();
    }
  }

  /** A dead process whose new parent has not yet noticed runs no more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && state(process) != 'Z';
  }

  /** The kernel's letter for what a process does; a space where it cannot be read. */
  static char state(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2);
    } catch (IOException gone) {
      return ' ';
    }
  }

  private static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(TOLERANCE) < 0;
  }
}
