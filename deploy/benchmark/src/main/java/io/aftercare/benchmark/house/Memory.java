package io.aftercare.benchmark.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How much memory of this machine a process holds, watched for a while. */
public final class Memory implements AutoCloseable {

  private static final String RESIDENT = "VmRSS:";
  private static final double KILOBYTES_IN_MEGABYTE = 1_000_000 / 1_024.0;

  private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
  private volatile double peak;

  private Memory() {}

  /** Looks ten times a second until it is closed. */
  public static Memory watch(long pid) {
    Memory memory = new Memory();
    memory.watcher.scheduleAtFixedRate(
        () -> memory.peak = Math.max(memory.peak, megabytes(pid)), 0, 100, TimeUnit.MILLISECONDS);
    return memory;
  }

  /** The most it held so far, in megabytes. */
  public double peak() {
    return peak;
  }

  /** What it holds now, in megabytes. */
  public static double megabytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
              .filter(line -> line.startsWith(RESIDENT))
              .map(line -> line.replaceAll("\\D", ""))
              .mapToDouble(Double::parseDouble)
              .findFirst()
              .orElse(0)
          / KILOBYTES_IN_MEGABYTE;
    } catch (IOException ended) {
      throw new Broken("The memory of process %d cannot be read".formatted(pid), ended);
    }
  }

  @Override
  public void close() {
    watcher.shutdownNow();
  }
}
