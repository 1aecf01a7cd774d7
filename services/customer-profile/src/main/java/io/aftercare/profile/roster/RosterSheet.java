package io.aftercare.profile.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aftercare.kit.problem.Problems;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file of customers as spreadsheets write it, read as it comes: UTF-8 with or without a byte
 * order mark, parted by comma, semicolon or tab, lines ending either way. The first line names the
 * columns.
 */
final class RosterSheet implements AutoCloseable {

  /** A header longer than this is none. */
  private static final int LONGEST_HEADER = 8_192;

  /** In place of bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  /** Some lines, judged for their shape alone. */
  record Lines(List<RosterRow> rows, List<Flaw> flaws) {
    boolean isEmpty() {
      return rows.isEmpty() && flaws.isEmpty();
    }
  }

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> columns;

  /** Lines before the first that the parser sees, here or in earlier parts. */
  private int skipped;

  private int line;
  private boolean torn;

  private RosterSheet(CSVParser parser, int skipped, @Nullable Integer firstLine) {
    this.parser = parser;
    this.records = parser.iterator();
    this.skipped = skipped;
    if (!records.hasNext()) {
      throw Problems.invalid("body", "must begin with a line of column names: " + RosterRow.NEEDED);
    }
    this.columns = columns(records.next());
    if (firstLine != null) {
      this.skipped += firstLine - nextLine();
    }
    this.line = nextLine();
  }

  /**
   * Reads as far as the names of the columns.
   *
   * @param firstLine number of the first line after them in the whole file; as it stands here when
   *     absent
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no such file
   */
  static RosterSheet open(InputStream file, @Nullable Integer firstLine) {
    try {
      // Bytes that are no UTF-8 spoil their own line, not the file.
      var text = new BufferedReader(new InputStreamReader(file, UTF_8), LONGEST_HEADER);
      text.mark(1);
      if (text.read() != '\uFEFF') {
        text.reset();
      }
      String header = peek(text);
      int skipped = 0;
      // Excel's own way of saying which separator a file has.
      if (header.regionMatches(true, 0, "sep=", 0, 4)) {
        text.readLine();
        header = peek(text);
        skipped = 1;
      }
      CSVFormat format =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(separator(header))
              .setIgnoreEmptyLines(false)
              .get();
      return new RosterSheet(format.parse(text), skipped, firstLine);
    } catch (IOException | UncheckedIOException malformed) {
      throw Problems.invalid("body", "is not CSV: " + malformed.getMessage());
    }
  }

  private static String peek(BufferedReader text) throws IOException {
    char[] start = new char[LONGEST_HEADER];
    text.mark(LONGEST_HEADER);
    int read = text.read(start);
    text.reset();
    String header = read < 0 ? "" : new String(start, 0, read);
    int end = header.indexOf('\n');
    return end < 0 ? header : header.substring(0, end);
  }

  /** The next lines that hold anything, as many at most; none after the last. */
  Lines next(int most) {
    List<RosterRow> rows = new ArrayList<>(most);
    List<Flaw> flaws = new ArrayList<>();
    try {
      while (!torn && rows.size() + flaws.size() < most && records.hasNext()) {
        CSVRecord record = records.next();
        if (record.stream().anyMatch(cell -> !cell.isBlank())) {
          judge(record, rows, flaws);
        }
        // Where the next one begins: a cell in quotes may go over several lines.
        line = nextLine();
      }
    } catch (UncheckedIOException malformed) {
      torn = true;
      flaws.add(
          new Flaw(line, "line", "is not CSV, and nothing after it was read; look at its quotes"));
    }
    return new Lines(rows, flaws);
  }

  private void judge(CSVRecord record, List<RosterRow> rows, List<Flaw> flaws) {
    if (record.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
      flaws.add(
          new Flaw(
              line,
              "line",
              "has %d cells for %d columns; a cell that holds the separator needs quotes"
                  .formatted(record.size(), columns.size())));
    } else if (record.stream().anyMatch(cell -> cell.indexOf(REPLACEMENT) >= 0)) {
      flaws.add(
          new Flaw(
              line, "line", "is not UTF-8; spreadsheets offer it as \"CSV UTF-8\" when saving"));
    } else {
      rows.add(new RosterRow(line, cells(record)));
    }
  }

  private Map<String, String> cells(CSVRecord record) {
    Map<String, String> cells = HashMap.newHashMap(columns.size());
    for (int i = 0; i < columns.size() && i < record.size(); i++) {
      String cell = record.get(i).strip();
      if (!columns.get(i).isEmpty() && !cell.isEmpty()) {
        cells.put(columns.get(i), cell);
      }
    }
    return cells;
  }

  private int nextLine() {
    return (int) parser.getCurrentLineNumber() + 1 + skipped;
  }

  private static List<String> columns(CSVRecord header) {
    List<String> columns = header.stream().map(RosterSheet::column).toList();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw Problems.invalid(column, "is a column twice");
      }
    }
    for (String needed : RosterRow.NEEDED) {
      if (!seen.contains(needed)) {
        throw Problems.invalid(
            needed, "is a column that is missing; needed are " + RosterRow.NEEDED);
      }
    }
    return columns;
  }

  private static String column(String text) {
    String name = text.strip();
    return name.isEmpty()
        ? name
        : RosterRow.COLUMNS.stream()
            .filter(known -> known.equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(
                () ->
                    Problems.invalid(
                        name.length() > 50 ? name.substring(0, 50) + "…" : name,
                        "is not a known column; known are "
                            + String.join(", ", RosterRow.COLUMNS)));
  }

  private static char separator(String header) {
    return Stream.of(',', ';', '\t')
        .max((a, b) -> Long.compare(count(header, a), count(header, b)))
        .orElse(',');
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
