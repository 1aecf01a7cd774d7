package io.aftercare.local.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where things are: the repository that holds the launcher, and what its build has laid out.
 *
 * @param root folder with the launcher {@code aftercare} and the parent {@code pom.xml}
 */
public record Home(Path root) {

  /**
   * Finds the repository from wherever the calling process stands.
   *
   * @return the folder named by the system property {@code aftercare.home}, else the nearest folder
   *     above the working directory that holds both the launcher and a pom
   * @throws PartFailed when there is none
   */
  public static Home find() {
    String named = System.getProperty("aftercare.home");
    if (named != null) {
      return new Home(Path.of(named).toAbsolutePath().normalize());
    }
    for (@Nullable Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("aftercare"))
          && Files.isRegularFile(at.resolve("pom.xml"))) {
        return new Home(at);
      }
    }
    throw new PartFailed(
        "No folder above "
            + Path.of("").toAbsolutePath()
            + " holds aftercare and pom.xml; set -Daftercare.home");
  }

  /** Data, logs, secrets and process ids of {@code ./aftercare up}. */
  public Path state() {
    return root.resolve(".aftercare");
  }

  /** What the build of this module has laid out. */
  Path prepared() {
    return root.resolve("deploy/local/target");
  }

  Path prepared(String what) {
    Path path = prepared().resolve(what);
    if (!Files.exists(path)) {
      throw new PartFailed(path + " is missing; run ./aftercare build");
    }
    return path;
  }

  /** The JDK that runs this process runs everything else too. */
  public static String javaHome() {
    return System.getProperty("java.home");
  }

  /** The {@code java} command of {@link #javaHome()}. */
  public static String java() {
    return Path.of(javaHome(), "bin", "java").toString();
  }
}
