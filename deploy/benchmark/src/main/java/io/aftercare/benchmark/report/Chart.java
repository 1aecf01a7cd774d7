package io.aftercare.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The report as a picture: each path's share of its limits, with a mark where the target stands.
 */
public final class Chart {

  private static final int LABELS = 560;
  private static final int FULL = 420;
  private static final int FIGURES = 150;
  private static final int BAR = 26;
  private static final int HEAD = 60;

  /** Beyond this share a bar is cut. */
  private static final double MOST = 1.5;

  private final StringBuilder svg = new StringBuilder();
  private int y = HEAD;

  private Chart() {}

  public static void write(Report report, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, new Chart().draw(report.rows()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String draw(List<Row> rows) {
    for (Row row : rows) {
      text(16, y + 15, "bold", row.path() + ": " + "%,.0f ".formatted(median(row)) + row.unit());
      y += BAR;
      row.limits().forEach(limit -> bar(limit, row.measured()));
      y += BAR / 2;
    }
    int width = LABELS + (int) (FULL * MOST) + FIGURES;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        font-family="sans-serif" font-size="13" role="img" aria-label="Each path beside its raw limit">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        <text x="16" y="30" font-size="17" font-weight="bold" fill="#151515">Aftercare: each path \
        beside its raw limit</text>
        <text x="%3$d" y="50" fill="#4d4d4d">100 %% of the limit; the red mark is the target</text>
        <line x1="%3$d" y1="%4$d" x2="%3$d" y2="%2$d" stroke="#8a8d90" stroke-dasharray="3 3"/>
        %5$s</svg>
        """
        .formatted(width, y + BAR, LABELS + FULL, HEAD, svg);
  }

  private static double median(Row row) {
    return row.measured().median();
  }

  private void bar(Limit limit, Figures measured) {
    double ratio = limit.ratio(measured);
    boolean missed = limit.verdict(measured).isMissed();
    String colour = limit.target() == 0 ? "#b8bbbe" : missed ? "#f0ab00" : "#3e8635";
    text(32, y + 14, "normal", "of %s: %,.0f".formatted(limit.name(), limit.figures().median()));
    rectangle(LABELS, y, (int) (FULL * Math.min(ratio, MOST)), BAR - 8, colour);
    if (limit.target() > 0) {
      rectangle(LABELS + (int) (FULL * limit.target()) - 1, y - 2, 3, BAR - 4, "#c9190b");
    }
    text(
        LABELS + (int) (FULL * Math.min(ratio, MOST)) + 8,
        y + 14,
        "normal",
        "%.0f %% %s".formatted(ratio * 100, limit.verdict(measured).text()));
    y += BAR;
  }

  private void rectangle(int x, int top, int width, int height, String colour) {
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
            .formatted(x, top, width, height, colour));
  }

  private void text(int x, int base, String weight, String text) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;");
    svg.append(
        "<text x=\"%d\" y=\"%d\" font-weight=\"%s\" fill=\"#151515\">%s</text>%n"
            .formatted(x, base, weight, safe));
  }
}
