package io.aftercare.benchmark.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The report as a script reads it. */
public final class Results {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Results() {}

  public static void write(Report report, Path file) {
    ObjectNode all = JSON.createObjectNode();
    all.put("measuredAt", Instant.now().toString());
    report.notes().forEach(all.putArray("notes")::add);
    ArrayNode paths = all.putArray("paths");
    report.rows().forEach(row -> write(row, paths.addObject()));
    try {
      Files.createDirectories(file.getParent());
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Row row, ObjectNode path) {
    path.put("path", row.path()).put("unit", row.unit());
    write(row.measured(), path);
    ArrayNode limits = path.putArray("limits");
    for (Limit limit : row.limits()) {
      ObjectNode node = limits.addObject().put("name", limit.name());
      write(limit.figures(), node);
      node.put("ratio", limit.ratio(row.measured()));
      if (limit.target() > 0) {
        node.put("target", limit.target());
        node.put("met", !limit.verdict(row.measured()).isMissed());
      }
    }
    ArrayNode latencies = path.putArray("latencies");
    for (Latency latency : row.latencies()) {
      ObjectNode node = latencies.addObject().put("load", latency.load());
      node.put("p50Millis", latency.p50()).put("p99Millis", latency.p99());
      if (latency.p99Target() > 0) {
        node.put("p99TargetMillis", latency.p99Target());
        node.put("met", !latency.verdict().isMissed());
      }
    }
    row.notes().forEach(path.putArray("notes")::add);
  }

  private static void write(Figures figures, ObjectNode node) {
    node.put("median", figures.median());
    figures.rounds().forEach(node.putArray("rounds")::add);
  }
}
