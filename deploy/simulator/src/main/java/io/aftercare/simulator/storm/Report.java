package io.aftercare.simulator.storm;

import io.aftercare.simulator.storm.Finding.Row;
import io.aftercare.simulator.storm.Finding.Trouble;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the storm came to, as a person reads it. */
final class Report {

  private static final int SHOWN = 12;

  /**
   * @param unknown things of which at least one request was never answered
   * @param stored of these, those that turned out to have been done by the unanswered request
   */
  private record Count(long acknowledged, long unknown, long stored) {}

  private final Told told;
  private final Stored stored;
  private final List<Finding> findings;
  private final List<Blow> blows;
  private final Map<String, Stored.Sale> sales;

  Report(Told told, Stored stored, List<Finding> findings, List<Blow> blows) {
    this.told = told;
    this.stored = stored;
    this.findings = findings;
    this.blows = blows;
    this.sales =
        stored.sales().stream()
            .collect(Collectors.toMap(Stored.Sale::number, sale -> sale, (a, b) -> a));
  }

  void print(PrintWriter out) {
    out.println();
    blows.forEach(blow -> out.println("  " + blow));
    out.println();
    out.printf(
        "%-20s %12s %8s %8s %8s | %6s %8s %6s %9s%n",
        "", "acknowledged", "unknown", "→ stored", "→ not", "lost", "doubled", "stale", "stranded");
    counts().forEach((row, count) -> line(out, row, count));
    line(out, "all", troubles(null));
    out.println();
    refused(out);
    findings.stream().limit(SHOWN).forEach(finding -> out.println("  ! " + finding));
    if (findings.size() > SHOWN) {
      out.printf("  ! and %d more, all in the log folder%n", findings.size() - SHOWN);
    }
  }

  long count(Trouble trouble) {
    return findings.stream().filter(finding -> finding.trouble() == trouble).count();
  }

  long acknowledgedSales() {
    return told.sales().values().stream().filter(Told.Sale::acknowledged).count();
  }

  private Map<Row, Count> counts() {
    Map<Row, Count> counts = new EnumMap<>(Row.class);
    Set<String> lostSales = told.unheard(Entry.Deed.SALE);
    counts.put(
        Row.SALES,
        new Count(
            acknowledgedSales(),
            lostSales.size(),
            // What was said to be new when it was sent again had not been stored by the request
            // that was lost.
            lostSales.stream()
                .filter(sales::containsKey)
                .filter(number -> told.sales().get(number).created() == 0)
                .count()));
    Set<String> lostChanges = told.unheard(Entry.Deed.CHANGE);
    counts.put(
        Row.CHANGES,
        new Count(
            told.sales().values().stream().filter(Told.Sale::changeHeard).count(),
            lostChanges.size(),
            lostChanges.stream()
                .filter(sales::containsKey)
                .filter(number -> !Change.NONE.isSeenIn(sales.get(number).status()))
                .count()));
    Set<String> customers =
        stored.customers().stream().map(Object::toString).collect(Collectors.toSet());
    counts.put(
        Row.CUSTOMERS,
        count(told.customers().size(), told.unheard(Entry.Deed.CUSTOMER), customers));
    counts.put(
        Row.CALLS, new Count(told.claims().size(), told.unheard(Entry.Deed.CLAIM).size(), 0));
    counts.put(
        Row.PERMITS,
        count(
            told.writes(Entry.Deed.PERMIT).size(),
            told.unheard(Entry.Deed.PERMIT),
            stored.permits().stream()
                .map(permit -> turn(permit.call(), permit.epoch()))
                .collect(Collectors.toSet())));
    counts.put(
        Row.OUTCOMES,
        count(
            told.writes(Entry.Deed.OUTCOME).size(),
            told.unheard(Entry.Deed.OUTCOME),
            stored.attempts().stream()
                .map(attempt -> turn(attempt.call(), attempt.epoch()))
                .collect(Collectors.toSet())));
    counts.put(Row.FEEDBACK, new Count(stored.answers().size() + stored.complaints().size(), 0, 0));
    counts.put(Row.EVENTS, new Count(0, 0, 0));
    return counts;
  }

  private static String turn(Object call, long epoch) {
    return call + "/" + epoch;
  }

  private static Count count(long acknowledged, Set<String> unheard, Set<String> stored) {
    return new Count(
        acknowledged,
        unheard.size(),
        unheard.stream()
            .filter(
                subject ->
                    stored.contains(subject)
                        || subject.lastIndexOf('/') > 0
                            && stored.contains(subject.substring(0, subject.lastIndexOf('/'))))
            .count());
  }

  private void line(PrintWriter out, Row row, Count count) {
    String known =
        "%12d %8d %8d %8d"
            .formatted(
                count.acknowledged(),
                count.unknown(),
                count.stored(),
                count.unknown() - count.stored());
    out.printf("%-20s %s | %s%n", row.words(), known, wrong(troubles(row)));
  }

  private void line(PrintWriter out, String what, Map<Trouble, Long> troubles) {
    out.printf("%-20s %39s | %s%n", what, "", wrong(troubles));
  }

  private static String wrong(Map<Trouble, Long> troubles) {
    return "%6d %8d %6d %9d"
        .formatted(
            troubles.getOrDefault(Trouble.LOST, 0L),
            troubles.getOrDefault(Trouble.DOUBLED, 0L),
            troubles.getOrDefault(Trouble.STALE, 0L),
            troubles.getOrDefault(Trouble.STRANDED, 0L));
  }

  private Map<Trouble, Long> troubles(@org.jspecify.annotations.Nullable Row row) {
    return findings.stream()
        .filter(finding -> row == null || finding.row() == row)
        .collect(Collectors.groupingBy(Finding::trouble, Collectors.counting()));
  }

  /** What agents were refused, by reason: their stale writes are among them. */
  private void refused(PrintWriter out) {
    Map<String, Long> reasons =
        told.refusals().stream()
            .filter(
                no ->
                    !List.of(Entry.Deed.SALE, Entry.Deed.CHANGE, Entry.Deed.CUSTOMER)
                        .contains(no.deed()))
            .collect(
                Collectors.groupingBy(
                    no -> no.deed().name().toLowerCase(java.util.Locale.ROOT) + ": " + no.reason(),
                    TreeMap::new,
                    Collectors.counting()));
    List<String> lines = new ArrayList<>();
    reasons.forEach((reason, times) -> lines.add("%s ×%d".formatted(reason, times)));
    Stream.of("refused to agents: " + String.join("; ", lines)).forEach(out::println);
  }
}
