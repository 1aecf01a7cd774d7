package io.aftercare.benchmark.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** All that was measured, in the order it was measured. */
public final class Report {

  private final PrintWriter out;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final long start = System.nanoTime();

  public Report(PrintWriter out) {
    this.out = out;
  }

  /** Tells whoever watches what is going on. */
  public void progress(String format, Object... values) {
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    out.printf("[%3d s] %s%n", seconds, format.formatted(values));
    out.flush();
  }

  public void add(Row row) {
    rows.add(row);
  }

  /** Something that holds for the whole run. */
  public void note(String note) {
    notes.add(note);
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }
}
