package io.aftercare.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how every part of the house fares. */
@Command(
    name = "status",
    description = "Tells how every part fares; exit code 0 only when all are ready.")
final class Status implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private record Report(String name, String state, int port, String log) {}

  @Override
  public Integer call() throws Exception {
    Path home = Home.find().state();
    if (!Files.exists(home.resolve("access.json"))) {
      System.out.println(json ? "{\"ready\":false,\"parts\":[]}" : "The house has never been up.");
      return 1;
    }
    List<Report> reports =
        ask(Chain.of(Options.in(home).onHousePorts().services(services(home))).parts());
    boolean ready = reports.stream().allMatch(report -> report.state().equals("ready"));
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("ready", ready);
      all.put("parts", reports);
      System.out.println(JSON.writeValueAsString(all));
    } else {
      Terminal terminal = new Terminal(System.out);
      reports.forEach(report -> show(report, terminal));
    }
    return ready ? 0 : 1;
  }

  private static void show(Report report, Terminal terminal) {
    String line = "%-17s %-10s port %d".formatted(report.name(), report.state(), report.port());
    if (report.state().equals("ready")) {
      terminal.good(line);
    } else {
      terminal.bad(line);
    }
  }

  private static List<Report> ask(List<Part> parts) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> states =
          parts.stream().map(part -> threads.submit(() -> state(part))).toList();
      List<Report> reports = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        reports.add(
            new Report(part.name(), states.get(i).get(), part.port(), part.log().toString()));
      }
      return reports;
    }
  }

  private static String state(Part part) {
    if (!part.isAlive()) {
      return "down";
    }
    if (part.isSuspended()) {
      return "stopped";
    }
    return part.isReady() ? "ready" : "not ready";
  }

  /** The services that were started last. */
  private static String[] services(Path home) throws IOException {
    Map<String, Object> access =
        JSON.readValue(
            home.resolve("access.json").toFile(), new TypeReference<Map<String, Object>>() {});
    Object urls = access.get("urls");
    return Chain.SERVICES.stream()
        .filter(name -> !(urls instanceof Map<?, ?> known) || known.containsKey(name))
        .toArray(String[]::new);
  }
}
