package io.aftercare.sales.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aftercare.kit.problem.Problems;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of products as spreadsheets write it: UTF-8 with or without a byte order mark, parted by
 * comma, semicolon or tab, lines ending either way. The first line names the columns.
 *
 * @param rows the lines that hold anything
 * @param ragged lines with more cells than there are columns
 */
record ProductSheet(List<ProductRow> rows, List<ProductRow.Flaw> ragged) {

  static final int MOST_ROWS = 100_000;

  private static final String NEEDED = "system, code, name";

  /**
   * Reads the whole file.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no such file; single lines
   *     are not judged here
   */
  static ProductSheet read(byte[] file) {
    String text = text(file);
    int extra = 0;
    // Excel's own way of saying which separator a file has.
    if (text.regionMatches(true, 0, "sep=", 0, 4)) {
      text = text.substring(text.indexOf('\n') + 1);
      extra = 1;
    }
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(false).get();
    try (CSVParser parser = format.parse(new StringReader(text))) {
      return read(parser, extra);
    } catch (IOException | UncheckedIOException malformed) {
      throw Problems.invalid("body", "is not CSV: " + malformed.getMessage());
    }
  }

  private static ProductSheet read(CSVParser parser, int extra) {
    Iterator<CSVRecord> records = parser.iterator();
    if (!records.hasNext()) {
      throw Problems.invalid("body", "must begin with a line of column names: " + NEEDED);
    }
    List<String> columns = columns(records.next());
    List<ProductRow> rows = new ArrayList<>();
    List<ProductRow.Flaw> ragged = new ArrayList<>();
    int line = (int) parser.getCurrentLineNumber() + 1 + extra;
    while (records.hasNext()) {
      CSVRecord record = records.next();
      if (record.stream().anyMatch(cell -> !cell.isBlank())) {
        if (record.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
          ragged.add(
              new ProductRow.Flaw(
                  line,
                  "line",
                  "has %d cells for %d columns; a cell that holds the separator needs quotes"
                      .formatted(record.size(), columns.size())));
        } else {
          rows.add(new ProductRow(line, cells(columns, record)));
        }
      }
      if (rows.size() + ragged.size() > MOST_ROWS) {
        throw Problems.invalid("body", "must hold at most %,d products".formatted(MOST_ROWS));
      }
      // Where the next one begins: a cell in quotes may go over several lines.
      line = (int) parser.getCurrentLineNumber() + 1 + extra;
    }
    return new ProductSheet(rows, ragged);
  }

  private static Map<String, String> cells(List<String> columns, CSVRecord record) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isEmpty()) {
        cells.put(columns.get(i), i < record.size() ? record.get(i).strip() : "");
      }
    }
    return cells;
  }

  private static List<String> columns(CSVRecord header) {
    List<String> columns = header.stream().map(ProductSheet::column).toList();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw Problems.invalid(column, "is a column twice");
      }
    }
    for (String needed : NEEDED.split(", ")) {
      if (!seen.contains(needed)) {
        throw Problems.invalid(needed, "is a column that is missing; needed are " + NEEDED);
      }
    }
    return columns;
  }

  private static String column(String text) {
    String name = text.strip();
    if (name.isEmpty()) {
      return name;
    }
    if (name.toLowerCase(Locale.ROOT).startsWith(ProductRow.POINTS)) {
      return ProductRow.POINTS + name.substring(ProductRow.POINTS.length());
    }
    return ProductRow.COLUMNS.stream()
        .filter(known -> known.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.invalid(
                    name.length() > 50 ? name.substring(0, 50) + "…" : name,
                    "is not a known column; known are %s and points.<language>"
                        .formatted(String.join(", ", ProductRow.COLUMNS))));
  }

  private static char separator(String text) {
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    return Stream.of(',', ';', '\t')
        .max((a, b) -> Long.compare(count(header, a), count(header, b)))
        .orElse(',');
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static String text(byte[] file) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new CharacterCodingException();
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw Problems.invalid(
          "body", "must be UTF-8; spreadsheets offer it as \"CSV UTF-8\" when saving");
    }
  }
}
