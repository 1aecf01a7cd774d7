package io.aftercare.benchmark.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load program, which speaks to the database directly. */
public final class Pgbench {

  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");

  private final House house;
  private final String program;

  public Pgbench(House house) {
    this.house = house;
    this.program = find();
  }

  /**
   * Runs the script from 16 clients, prepared.
   *
   * @param variables what the script refers to as {@code :name}
   * @return transactions per second, connecting excluded
   */
  public double run(String service, String script, Map<String, String> variables, int seconds) {
    try {
      Path file = Files.createTempFile("aftercare-bench", ".sql");
      try {
        Files.writeString(file, script);
        return tps(execute(command(service, file, variables, seconds)));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Broken("pgbench cannot be run: " + e.getMessage(), e);
    }
  }

  private List<String> command(
      String service, Path file, Map<String, String> variables, int seconds) {
    List<String> command = new ArrayList<>(List.of(program, "-n", "-M", "prepared"));
    command.addAll(List.of("-c", "16", "-j", "2", "-T", Integer.toString(seconds)));
    variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    command.addAll(List.of("-h", "localhost", "-p", Integer.toString(house.postgres().port())));
    command.addAll(List.of("-U", house.postgres().username()));
    command.addAll(List.of("-f", file.toString(), House.database(service)));
    return command;
  }

  private String execute(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", house.postgres().password());
    Process process = builder.start();
    house.endsWithHouse(process);
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new Broken("pgbench failed: " + output);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new Broken("Interrupted", e);
    }
    return output;
  }

  private static double tps(String output) {
    Matcher found = TPS.matcher(output);
    if (!found.find()) {
      throw new Broken("pgbench gave no figure: " + output);
    }
    return Double.parseDouble(found.group(1));
  }

  private static String find() {
    Stream<Path> inPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
    return Stream.concat(inPath, debianFolders())
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(() -> new Broken("pgbench is missing: apt-get install postgresql"));
  }

  private static Stream<Path> debianFolders() {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Stream.empty();
    }
    try (Stream<Path> folders = Files.list(versions)) {
      return folders.map(version -> version.resolve("bin")).toList().stream();
    } catch (IOException e) {
      throw new Broken(versions + " cannot be listed", e);
    }
  }
}
