package io.aftercare.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** What is done to whole folders. */
public final class Folders {

  private Folders() {}

  /** Deletes a folder with everything in it, if it is there. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be deleted", e);
    }
  }

  /** Copies a folder with everything in it to a place where nothing is yet, whole or not at all. */
  static void copy(Path folder, Path to) {
    Path half = to.resolveSibling(to.getFileName() + ".half");
    delete(half);
    try (Stream<Path> all = Files.walk(folder)) {
      Files.createDirectories(to.getParent());
      for (Path path : all.toList()) {
        Files.copy(path, half.resolve(folder.relativize(path).toString()));
      }
      Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be copied", e);
    }
  }
}
