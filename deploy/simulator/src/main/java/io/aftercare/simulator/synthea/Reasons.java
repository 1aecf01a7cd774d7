package io.aftercare.simulator.synthea;

import io.aftercare.simulator.chain.CannotGoOn;
import io.aftercare.simulator.chain.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The file that says of each refused item, and of each row that could not be used, why. It comes to
 * be with its first line.
 *
 * <p>Columns: what ({@code row}, {@code customer} or {@code sale}), index (the line in the file, or
 * the place among all that were sent), id (the file's name, or the item's id), field, message.
 */
final class Reasons implements AutoCloseable {

  private final Path file;
  private @Nullable CSVPrinter printer;
  private long lines;

  Reasons(Path file) {
    this.file = file;
  }

  void badRow(BadRow row) {
    write("row", row.line(), row.file(), row.field(), row.reason());
  }

  void refused(String what, Refusal refusal) {
    write(what, refusal.index(), refusal.id(), refusal.field(), refusal.message());
  }

  private synchronized void write(
      String what, long index, String id, String field, String message) {
    try {
      CSVPrinter out = printer;
      if (out == null) {
        out =
            CSVFormat.DEFAULT
                .builder()
                .setHeader("what", "index", "id", "field", "message")
                .setRecordSeparator('\n')
                .get()
                .print(Files.newBufferedWriter(file));
        printer = out;
      }
      out.printRecord(what, index, id, field, message.replaceAll("\\R", " "));
      lines++;
    } catch (IOException e) {
      throw new CannotGoOn("the reasons cannot be written to " + file + ": " + e.getMessage(), e);
    }
  }

  synchronized boolean any() {
    return lines > 0;
  }

  Path file() {
    return file;
  }

  @Override
  public synchronized void close() {
    try {
      if (printer != null) {
        printer.close(true);
      }
    } catch (IOException e) {
      throw new CannotGoOn("the reasons cannot be written to " + file + ": " + e.getMessage(), e);
    }
  }
}
