package io.aftercare.benchmark.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor time used so far, as the kernel counts it in hundredths of a second.
 *
 * @param seconds by who used it, in the order of the house
 * @param at the moment, {@link System#nanoTime}
 */
public record Cores(Map<String, Double> seconds, long at) {

  /** Whatever else runs on the machine, the kernel's own work included. */
  public static final String OTHERS = "others";

  private static final double TICKS_PER_SECOND = 100;
  private static final int MOVING = 20;

  static Cores of(Map<String, Long> pids) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    pids.forEach((name, pid) -> seconds.put(name, family(pid)));
    double ours = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    seconds.put(OTHERS, all() - ours);
    return new Cores(seconds, System.nanoTime());
  }

  /** Cores busy on average since then, by who kept them busy. */
  public Map<String, Double> since(Cores before) {
    double passed = (at - before.at) / 1e9;
    Map<String, Double> busy = new LinkedHashMap<>();
    seconds.forEach(
        (name, now) -> busy.put(name, (now - before.seconds.getOrDefault(name, 0.0)) / passed));
    return busy;
  }

  /** As a line for people: who kept how many cores busy. */
  public static String describe(Map<String, Double> busy) {
    return busy.entrySet().stream()
        .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /**
   * As a line for people: microseconds of processor time that one item cost, by who spent them.
   * Other than a rate, it hardly suffers when strangers are busy on the same machine.
   */
  public static String cost(Map<String, Double> busy, double itemsPerSecond) {
    return busy.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(OTHERS))
        .map(entry -> "%s %.0f".formatted(entry.getKey(), entry.getValue() * 1e6 / itemsPerSecond))
        .collect(Collectors.joining(", "));
  }

  /** All processor time of the machine that was not idle. */
  private static double all() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      String[] fields = lines.findFirst().orElseThrow().split(" +");
      // user, nice, system, then (after idle and iowait) irq, softirq, steal
      return Stream.of(1, 2, 3, 6, 7, 8).mapToLong(field -> Long.parseLong(fields[field])).sum()
          / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new Broken("/proc/stat cannot be read", e);
    }
  }

  /**
   * A process, those it has waited for, and those under it; read again while some of them end,
   * because their time moves to their parent then.
   */
  private static double family(long pid) {
    double seconds;
    List<Long> members;
    int tries = 0;
    do {
      members = members(pid);
      seconds = members.stream().mapToDouble(Cores::one).sum();
    } while (!members.equals(members(pid)) && ++tries < MOVING);
    return seconds;
  }

  private static List<Long> members(long pid) {
    long self = ProcessHandle.current().pid();
    Stream<Long> under =
        pid == self
            ? Stream.empty()
            : ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .sorted();
    return Stream.concat(Stream.of(pid), under).toList();
  }

  private static double one(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double ticks = 0;
      // utime, stime, and both of the children that have been waited for.
      for (int i = 11; i <= 14; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks / TICKS_PER_SECOND;
    } catch (IOException ended) {
      return 0;
    }
  }
}
