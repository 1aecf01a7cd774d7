package io.aftercare.benchmark.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** All that was measured, in the order it was measured. */
public final class Report {

  private final PrintWriter out;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int disturbances;
  private double worst;
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

  /**
   * Strangers were busy while something was measured.
   *
   * @param cores how many they kept busy
   */
  public void disturbed(double cores) {
    progress("disturbed: %.2f cores were busy with something else", cores);
    disturbances++;
    worst = Math.max(worst, cores);
  }

  /** Something that holds for the whole run. */
  public void note(String note) {
    notes.add(note);
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  public List<String> notes() {
    if (disturbances == 0) {
      return List.copyOf(notes);
    }
    List<String> all = new ArrayList<>(notes);
    all.add(
        "DISTURBED: during %d measurements something else kept up to %.2f cores busy; repeat on a"
                .formatted(disturbances, worst)
            + " quiet machine.");
    return all;
  }
}
