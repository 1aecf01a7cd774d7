package io.aftercare.local;

import io.aftercare.local.parts.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a part has to say. */
@Command(name = "logs", description = "Shows the end of a part's log.")
final class Logs implements Callable<Integer> {

  @Parameters(paramLabel = "SERVICE", description = "A service, or postgres, kafka, keycloak.")
  private String service = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Go on as lines come.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      description = "How many lines (default ${DEFAULT-VALUE}).")
  private int lines = 200;

  @Override
  public Integer call() throws Exception {
    Path folder = Home.find().state().resolve("logs");
    Path log = folder.resolve(service + ".log");
    if (!Files.exists(log) || !log.normalize().getParent().equals(folder)) {
      System.err.println("No log of " + service + "; there are: " + known(folder));
      return Up.REFUSED;
    }
    List<String> tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
    if (follow) {
      tail.add("-F");
    }
    tail.add(log.toString());
    return new ProcessBuilder(tail).inheritIO().start().waitFor();
  }

  private static String known(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return "none, the house has never been up";
    }
    try (Stream<Path> logs = Files.list(folder)) {
      return logs.map(log -> log.getFileName().toString())
          .filter(name -> name.endsWith(".log"))
          .map(name -> name.substring(0, name.length() - ".log".length()))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }
}
