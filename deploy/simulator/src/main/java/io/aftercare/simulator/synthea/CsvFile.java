package io.aftercare.simulator.synthea;

import io.aftercare.simulator.chain.CannotGoOn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One file of the export, read line by line so that it may be of any size and a broken line spoils
 * no other. A quoted value must not run over the end of its line; the export writes none that does.
 */
final class CsvFile {

  /** How a row becomes what it stands for. */
  interface Reading<T> {
    T read(Row row) throws Row.Misfit;
  }

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final Path path;
  private final List<String> header;
  private final Map<String, Integer> positions;

  /**
   * Opens a file and looks at its header.
   *
   * @throws CannotGoOn when it is missing, cannot be read, or lacks one of the columns
   */
  CsvFile(Path path, List<String> columns) {
    this.path = path;
    if (!Files.isRegularFile(path)) {
      throw new CannotGoOn("there is no " + path);
    }
    this.header = readHeader();
    this.positions =
        IntStream.range(0, header.size())
            .boxed()
            .collect(Collectors.toMap(header::get, i -> i, (first, second) -> first));
    List<String> missing =
        columns.stream().filter(column -> !positions.containsKey(column)).toList();
    if (!missing.isEmpty()) {
      throw new CannotGoOn(path + " has no column " + String.join(", ", missing));
    }
  }

  int position(String column) {
    return positions.get(column);
  }

  /**
   * Reads every row in the file's order: what can be used goes to {@code good}, what cannot to
   * {@code bad}.
   */
  <T> void read(Reading<T> reading, Consumer<T> good, Consumer<BadRow> bad) {
    try (BufferedReader lines = open()) {
      lines.readLine();
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            good.accept(reading.read(row(number, line)));
          } catch (Row.Misfit e) {
            bad.accept(new BadRow(name(), number, e.field(), String.valueOf(e.getMessage())));
          }
        }
      }
    } catch (IOException e) {
      throw new CannotGoOn(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Row row(long number, String line) throws Row.Misfit {
    CSVRecord values = split(line);
    if (values.size() != header.size()) {
      throw new Row.Misfit("", "has " + values.size() + " values, the header has " + header.size());
    }
    return new Row(number, values, this);
  }

  private static CSVRecord split(String line) throws Row.Misfit {
    try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
      return parser.iterator().next();
    } catch (IOException | UncheckedIOException e) {
      throw new Row.Misfit("", "is not CSV: a quotation mark is wrong");
    }
  }

  private List<String> readHeader() {
    try (BufferedReader lines = open()) {
      String first = lines.readLine();
      if (first == null || first.isBlank()) {
        throw new CannotGoOn(path + " is empty");
      }
      String withoutMark = first.startsWith("\uFEFF") ? first.substring(1) : first;
      return split(withoutMark).stream().map(String::strip).toList();
    } catch (IOException e) {
      throw new CannotGoOn(path + " cannot be read: " + e.getMessage(), e);
    } catch (Row.Misfit e) {
      throw new CannotGoOn(path + " has a header that " + e.getMessage(), e);
    }
  }

  /** What is not UTF-8 is read as the replacement sign: a name may suffer, the row does not. */
  private BufferedReader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
  }

  String name() {
    return String.valueOf(path.getFileName());
  }
}
