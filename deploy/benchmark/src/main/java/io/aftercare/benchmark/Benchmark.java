package io.aftercare.benchmark;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.report.Chart;
import io.aftercare.benchmark.report.Report;
import io.aftercare.benchmark.report.Results;
import io.aftercare.benchmark.report.Table;
import io.aftercare.benchmark.trial.BatchTrial;
import io.aftercare.benchmark.trial.Bench;
import io.aftercare.benchmark.trial.CardTrial;
import io.aftercare.benchmark.trial.ClaimTrial;
import io.aftercare.benchmark.trial.CustomersTrial;
import io.aftercare.benchmark.trial.DueAtOnceTrial;
import io.aftercare.benchmark.trial.IngestTrial;
import io.aftercare.benchmark.trial.RelayTrial;
import io.aftercare.benchmark.trial.ScheduleTrial;
import io.aftercare.benchmark.trial.SegmentTrial;
import io.aftercare.benchmark.trial.Shops;
import io.aftercare.benchmark.trial.StreamTrial;
import io.aftercare.benchmark.trial.Trial;
import io.aftercare.benchmark.trial.VisibleTrial;
import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.PartFailed;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Starts a house of its own, measures its paths beside their raw limits, and ends it. Exit code 0
 * unless something is broken; a missed target is a figure, not a failure.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures how fast the house is, beside what this machine could do at best.")
public final class Benchmark implements Callable<Integer> {

  private static final Map<String, Supplier<Trial>> TRIALS = trials();

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      split = ",",
      description =
          "Some paths only: ingest, batch, stream, relay, schedule, visible, claim, due-at-once,"
              + " segments, customers, card.",
      paramLabel = "PATH")
  private List<String> only = List.of();

  @Option(
      names = "--seconds",
      description = "Length of one measurement (${DEFAULT-VALUE}).",
      defaultValue = "6")
  private int seconds;

  @Option(
      names = "--rounds",
      description = "How often path and limit take turns (${DEFAULT-VALUE}).",
      defaultValue = "3")
  private int rounds;

  @Option(
      names = "--warm-up",
      description = "Most seconds of load before a path is measured (${DEFAULT-VALUE}).",
      defaultValue = "60")
  private int warmUp;

  @Option(names = "--full", description = "The sizes that take long, too.")
  private boolean full;

  public static void main(String[] args) {
    // Its faster way into memory is one that the JDK warns of; the load is light enough without.
    System.setProperty("io.netty.noUnsafe", "true");
    System.exit(new CommandLine(new Benchmark()).execute(args));
  }

  private static Map<String, Supplier<Trial>> trials() {
    Map<String, Supplier<Trial>> trials = new LinkedHashMap<>();
    trials.put("ingest", IngestTrial::new);
    trials.put("batch", BatchTrial::new);
    trials.put("stream", StreamTrial::new);
    trials.put("relay", RelayTrial::new);
    trials.put("schedule", ScheduleTrial::new);
    trials.put("visible", VisibleTrial::new);
    trials.put("claim", ClaimTrial::new);
    trials.put("due-at-once", DueAtOnceTrial::new);
    trials.put("segments", SegmentTrial::new);
    trials.put("customers", CustomersTrial::new);
    trials.put("card", CardTrial::new);
    return trials;
  }

  @Override
  public Integer call() {
    List<String> unknown = only.stream().filter(name -> !TRIALS.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "No such path: " + unknown + "; there are " + TRIALS.keySet());
    }
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Path folder = Home.find().root().resolve("target/bench");
    Report report = new Report(out);
    try (House house = House.open(folder.resolve("house"))) {
      measure(house, report);
    } catch (Broken | PartFailed broken) {
      System.err.println("Broken: " + broken.getMessage());
      return 1;
    }
    Table.print(report, out);
    Results.write(report, folder.resolve("results.json"));
    Chart.write(report, folder.resolve("chart.svg"));
    out.printf("%nWritten to %s: results.json, chart.svg%n", folder);
    return 0;
  }

  private void measure(House house, Report report) {
    Plan plan = new Plan(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), rounds, full);
    report.note(
        "One machine, %d cores, shared by load, services, PostgreSQL (durability on) and Kafka."
            .formatted(Runtime.getRuntime().availableProcessors()));
    report.note(
        "Tokens are signed here (RS256) and verified by the services with the public key: no"
            + " Keycloak takes part of the cores.");
    report.note(
        "%d rounds of %d s, path and limit in turns; the median of the rounds counts."
            .formatted(rounds, seconds));
    var bench = new Bench(house, plan, report, new Shops(house));
    TRIALS.forEach(
        (name, trial) -> {
          if (only.isEmpty() || only.contains(name)) {
            trial.get().measure(bench);
          }
        });
  }
}
