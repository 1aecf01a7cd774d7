package io.aftercare.simulator.roster;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.simulator.chain.AccessOption;
import io.aftercare.simulator.chain.House;
import io.aftercare.simulator.roster.RosterFile.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code import customers FILE}. */
@Command(
    name = "customers",
    mixinStandardHelpOptions = true,
    description = "Brings in customers from a CSV file. Doing it twice adds nothing.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every line is in the house", "1:a line was refused", "2:wrong use"})
public final class ImportCustomersCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PART = "customer-profile";

  @Parameters(
      paramLabel = "FILE",
      description =
          "CSV with a line of column names; needed are number (or id), country, givenName and zone")
  private @Nullable Path file;

  @Option(names = "--dry-run", description = "report what would happen and store nothing")
  private boolean dryRun;

  @Option(
      names = "--as",
      paramLabel = "WHO",
      defaultValue = "cora",
      description =
          "a care manager, for the whole chain, or a dispenser, for their store (default: ${DEFAULT-VALUE})")
  private String who = "cora";

  @Mixin private AccessOption accessOption = new AccessOption();

  @Spec private @Nullable CommandSpec spec;

  private long lines;
  private long added;
  private long unchanged;
  private long refused;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    long start = System.nanoTime();
    try (House house = new House(accessOption.read(), PATIENCE);
        RosterFile roster = RosterFile.open(Objects.requireNonNull(file))) {
      house.expectUp("keycloak", PART);
      for (Part part = roster.next(true); part != null; part = roster.next(false)) {
        count(send(house, part), out);
      }
    }
    long rate = lines * TimeUnit.SECONDS.toNanos(1) / Math.max(1, System.nanoTime() - start);
    out.printf(
        "%s%d lines: %d added, %d unchanged, %d refused (%d/s)%n",
        dryRun ? "dry run, nothing is stored; " : "", lines, added, unchanged, refused, rate);
    return refused == 0 ? 0 : 1;
  }

  private JsonNode send(House house, Part part) {
    String path = "/customers/import?dryRun=%s&firstLine=%d".formatted(dryRun, part.firstLine());
    return house
        .postText(who, PART, path, "text/csv; charset=UTF-8", part.text())
        .expectOk("the file")
        .body();
  }

  private void count(JsonNode report, PrintWriter out) {
    lines += report.path("lines").asLong();
    added += report.path("added").asLong();
    unchanged += report.path("unchanged").asLong();
    refused += report.path("refused").asLong();
    for (JsonNode problem : report.path("problems")) {
      out.printf(
          "line %d, %s: %s%n",
          problem.path("line").asInt(),
          problem.path("column").asText(),
          problem.path("message").asText());
    }
    if (report.path("moreProblems").asInt() > 0) {
      out.printf("and %d problems more%n", report.path("moreProblems").asInt());
    }
  }
}
