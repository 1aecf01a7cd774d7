package io.aftercare.local;

import io.aftercare.local.parts.Leftover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The launcher that keeps a house up, known to other terminals by a file.
 *
 * @param home folder of the house
 */
record Launch(Path home) {

  private Path file() {
    return home.resolve("up.pid");
  }

  /** The launcher that is at work now. */
  Optional<ProcessHandle> running() {
    try {
      return Leftover.living(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void begin() {
    try {
      Files.createDirectories(home);
      // Logs, secrets and what an import refused are nobody else's.
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
      Leftover.remember(file(), ProcessHandle.current());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
