package io.aftercare.benchmark.report;

import java.io.PrintWriter;
import java.util.List;

/** The report as a terminal shows it. */
public final class Table {

  private static final String LINE = "%-38s %14s  %-46s %14s %7s %8s  %s%n";

  private Table() {}

  /** Prints the rows, their notes, and how many targets were missed. */
  public static void print(Report report, PrintWriter out) {
    out.println();
    out.printf(LINE, "path", "measured", "beside", "", "ratio", "target", "");
    out.println("-".repeat(140));
    report.rows().forEach(row -> print(row, out));
    out.println();
    report.notes().forEach(note -> out.println("- " + note));
    long missed = report.rows().stream().mapToLong(Table::missed).sum();
    out.printf("%n%s%n", missed == 0 ? "All targets met." : missed + " targets missed.");
    out.flush();
  }

  private static void print(Row row, PrintWriter out) {
    String path = row.path();
    String measured = rate(row.measured());
    if (row.limits().isEmpty()) {
      out.printf(LINE, path, measured, "", "", "", "", "");
    }
    for (Limit limit : row.limits()) {
      out.printf(
          LINE,
          path,
          measured,
          limit.name(),
          rate(limit.figures()),
          percent(limit.ratio(row.measured())),
          limit.target() == 0 ? "" : "≥ " + percent(limit.target()),
          limit.verdict(row.measured()).text());
      path = "";
      measured = "";
    }
    for (Latency latency : row.latencies()) {
      out.printf(
          LINE,
          "",
          "",
          latency.load(),
          "p50 %.1f ms".formatted(latency.p50()),
          "p99 %.1f".formatted(latency.p99()),
          latency.p99Target() == 0 ? "" : "< %.0f ms".formatted(latency.p99Target()),
          latency.verdict().text());
    }
    out.printf("  in %s: %s%n", row.unit(), rounds(row));
    row.notes().forEach(note -> out.println("  " + note));
    out.println();
  }

  private static String rounds(Row row) {
    StringBuilder text = new StringBuilder("rounds " + rounds(row.measured()));
    row.limits().forEach(limit -> text.append(" beside ").append(rounds(limit.figures())));
    return text.toString();
  }

  private static String rounds(Figures figures) {
    return String.join(" ", figures.rounds().stream().map("%,.0f"::formatted).toList());
  }

  private static String rate(Figures figures) {
    return "%,.0f".formatted(figures.median());
  }

  private static String percent(double share) {
    return "%.0f %%".formatted(share * 100);
  }

  private static long missed(Row row) {
    return List.of(
            row.limits().stream().map(limit -> limit.verdict(row.measured())).toList(),
            row.latencies().stream().map(Latency::verdict).toList())
        .stream()
        .flatMap(List::stream)
        .filter(Verdict::isMissed)
        .count();
  }
}
