package io.aftercare.simulator.roster;

import io.aftercare.simulator.chain.CannotGoOn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file, cut into parts that the house takes at once: each begins with the header, and none
 * ends within a cell.
 */
final class RosterFile implements AutoCloseable {

  /** The house takes a few megabytes at once. */
  private static final int MOST_CHARACTERS = 1_500_000;

  private static final int MOST_LINES = 10_000;

  /**
   * A part.
   *
   * @param firstLine number of its first line after the header in the whole file, from 1
   */
  record Part(String text, int firstLine) {}

  private final BufferedReader lines;
  private final String header;
  private int read;
  private @Nullable String ahead;

  private RosterFile(BufferedReader lines) throws IOException {
    this.lines = lines;
    String first = record();
    if (first != null && first.replace("\uFEFF", "").regionMatches(true, 0, "sep=", 0, 4)) {
      String names = record();
      first = names == null ? first : first + names;
    }
    this.header = first == null ? "" : first;
    this.ahead = record();
  }

  /**
   * Opens the file.
   *
   * @throws CannotGoOn when there is none
   */
  static RosterFile open(Path file) {
    try {
      // What is not UTF-8 goes on as a mark that says so; the house names the line.
      return new RosterFile(
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)));
    } catch (NoSuchFileException e) {
      throw new CannotGoOn("there is no file " + file, e);
    } catch (IOException e) {
      throw new CannotGoOn(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The next part; the first even when it holds nothing but the header, nothing after the last. */
  @Nullable Part next(boolean first) {
    if (ahead == null && !first) {
      return null;
    }
    try {
      StringBuilder text = new StringBuilder(header);
      int from = ahead == null ? read + 1 : read - lineBreaks(ahead) + 1;
      for (int n = 0;
          ahead != null && n < MOST_LINES && text.length() + ahead.length() < MOST_CHARACTERS;
          n++) {
        text.append(ahead);
        ahead = record();
      }
      if (ahead != null && text.length() == header.length()) {
        throw new CannotGoOn("line %d is too long to be a customer".formatted(from));
      }
      return new Part(text.toString(), from);
    } catch (IOException e) {
      throw new CannotGoOn("the file cannot be read on: " + e.getMessage(), e);
    }
  }

  /** The next record with its line breaks: while a quote is open, it goes on. */
  private @Nullable String record() throws IOException {
    StringBuilder record = new StringBuilder();
    boolean open = false;
    do {
      String line = lines.readLine();
      if (line == null) {
        break;
      }
      read++;
      record.append(line).append('\n');
      open ^= line.chars().filter(c -> c == '"').count() % 2 == 1;
    } while (open && record.length() < MOST_CHARACTERS);
    return record.isEmpty() ? null : record.toString();
  }

  private static int lineBreaks(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
