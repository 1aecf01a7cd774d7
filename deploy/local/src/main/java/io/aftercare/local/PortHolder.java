package io.aftercare.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that listens on a port, as the kernel's tables tell.
 *
 * @param pid its id
 * @param command the program's name
 */
record PortHolder(long pid, String command) {

  private static final String LISTEN = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  /**
   * Empty where nobody listens, or the holder belongs to another user whose processes we may not
   * look at.
   */
  static Optional<PortHolder> of(int port) {
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> lines(Path.of("/proc/net", table)).stream())
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields.length > INODE && fields[STATE].equals(LISTEN))
        .filter(fields -> fields[LOCAL_ADDRESS].endsWith(":%04X".formatted(port)))
        .flatMap(fields -> ownerOf("socket:[" + fields[INODE] + "]").stream())
        .findFirst();
  }

  @Override
  public String toString() {
    return command + " (process " + pid + ")";
  }

  private static Optional<PortHolder> ownerOf(String socket) {
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process.pid(), socket))
        .map(process -> new PortHolder(process.pid(), name(process.pid())))
        .findFirst();
  }

  private static boolean holds(long pid, String socket) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files) {
        if (isLink(file, socket)) {
          return true;
        }
      }
      return false;
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static boolean isLink(Path file, String target) {
    try {
      return Files.readSymbolicLink(file).toString().equals(target);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static String name(long pid) {
    List<String> lines = lines(Path.of("/proc/" + pid + "/comm"));
    return lines.isEmpty() ? "a process" : lines.getFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException none) {
      return List.of();
    }
  }
}
