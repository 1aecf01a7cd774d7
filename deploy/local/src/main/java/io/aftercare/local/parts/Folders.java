package io.aftercare.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What is done to whole folders. */
public final class Folders {

  /** Held until this process ends; a lock goes when its channel is collected. */
  private static final Queue<FileLock> RESERVED = new ConcurrentLinkedQueue<>();

  private Folders() {}

  /**
   * Keeps a folder for this process, until it ends.
   *
   * @throws PartFailed when another process has it: two runs would empty it under each other's feet
   */
  public static void reserve(Path folder) {
    Path file = folder.resolveSibling(folder.getFileName() + ".lock");
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new PartFailed("Another run is under way in " + folder + "; wait for its end.");
      }
      RESERVED.add(lock);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be locked", e);
    }
  }

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
