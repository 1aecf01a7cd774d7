package io.aftercare.simulator.storm;

import io.aftercare.simulator.chain.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clients' own log, kept outside the house: in memory, and line by line in a file. */
final class Journal implements AutoCloseable {

  private final List<Entry> entries = new ArrayList<>();
  private final Writer file;

  Journal(Path file) {
    try {
      Files.createDirectories(file.getParent());
      this.file = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void write(Entry entry) {
    entries.add(entry);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", System.nanoTime());
    line.put("what", entry.getClass().getSimpleName());
    line.put("entry", entry);
    try {
      file.write(Json.write(line));
      file.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
