package io.aftercare.simulator.chain;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where the launcher's access file is. */
public final class AccessOption {

  @Option(
      names = "--access",
      paramLabel = "FILE",
      defaultValue = "${env:AFTERCARE_ACCESS:-.aftercare/access.json}",
      description = "the launcher's access file (default: ${DEFAULT-VALUE})")
  private Path file = Path.of(".aftercare/access.json");

  /**
   * Reads the file.
   *
   * @throws CannotGoOn when the house is not running
   */
  public Access read() {
    return Access.read(file);
  }

  /** The folder in which the launcher keeps its things. */
  public Path folder() {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? Path.of(".") : parent;
  }
}
