package io.aftercare.local.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked PostgreSQL programs and the way to run them.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param disguise command prefix under which the server accepts to run; empty for an ordinary user
 */
record PostgresProgram(Path folder, List<String> disguise) {

  static PostgresProgram of(Home home) {
    try {
      return new PostgresProgram(
          unpack(home.prepared("postgres")), isRoot() ? disguiseOfRoot() : List.of());
    } catch (IOException e) {
      throw new PartFailed("The PostgreSQL programs cannot be unpacked: " + e.getMessage(), e);
    }
  }

  /** Creates an empty cluster that nobody enters without the password, this machine included. */
  void initialise(Path cluster, String superuser, String password, Path log) throws IOException {
    Path slip = cluster.resolveSibling("postgres.slip");
    Secret.write(slip, password);
    try {
      initialise(cluster, superuser, slip, log);
    } finally {
      Files.delete(slip);
    }
  }

  private void initialise(Path cluster, String superuser, Path password, Path log)
      throws IOException {
    ProcessBuilder initdb =
        run(
            "initdb",
            cluster,
            List.of(
                "--pgdata=" + cluster,
                "--username=" + superuser,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-sync"));
    initdb.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    if (await(initdb.start()) != 0) {
      throw new IOException("initdb failed, see " + log);
    }
  }

  ProcessBuilder run(String program, Path cluster, List<String> arguments) {
    List<String> command = new ArrayList<>(disguise);
    if (disguise.contains("setpriv")) {
      giveAway(cluster);
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /**
   * PostgreSQL refuses to run as root: in a user namespace of its own it is nobody, and still owns
   * its files. Where such a namespace is not allowed, as in many containers, it is nobody indeed,
   * with the right to pass through folders that are root's alone.
   */
  private static List<String> disguiseOfRoot() throws IOException {
    Process namespaces = new ProcessBuilder("unshare", "-U", "true").start();
    if (await(namespaces) == 0) {
      return List.of("unshare", "-U");
    }
    return List.of(
        "setpriv",
        "--reuid=nobody",
        "--regid=nogroup",
        "--clear-groups",
        "--inh-caps=+dac_override",
        "--ambient-caps=+dac_override");
  }

  private static void giveAway(Path cluster) {
    try {
      await(new ProcessBuilder("chown", "-R", "nobody:nogroup", cluster.toString()).start());
    } catch (IOException e) {
      throw new PartFailed("The database cluster cannot be given to nobody: " + e.getMessage(), e);
    }
  }

  private static boolean isRoot() throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }

  private static int await(Process process) {
    try {
      return process.waitFor(2, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("Interrupted", e);
    }
  }

  /** Unpacks once; several test runs may ask at the same time. */
  private static Path unpack(Path prepared) throws IOException {
    Path unpacked = prepared.resolve("server");
    if (Files.exists(unpacked)) {
      return unpacked;
    }
    try (FileChannel channel =
            FileChannel.open(
                prepared.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!Files.exists(unpacked) && lock.isValid()) {
        Path half = Files.createTempDirectory(prepared, "half");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        extract(archive(prepared), half);
        Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return unpacked;
  }

  private static Path archive(Path prepared) throws IOException {
    try (DirectoryStream<Path> archives = Files.newDirectoryStream(prepared, "*.txz")) {
      return archives.iterator().next();
    }
  }

  private static void extract(Path archive, Path folder) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          write(tar, entry, target);
        }
      }
    }
  }

  private static void write(InputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
