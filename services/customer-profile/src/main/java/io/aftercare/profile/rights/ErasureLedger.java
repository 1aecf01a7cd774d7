package io.aftercare.profile.rights;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who was to be forgotten, kept outside the database: a file that is only ever added to, a line of
 * JSON per customer. A database restored from before an erasure is told by it. A line is on disk
 * before anything is erased, so that no erasure is ever missing.
 */
@ApplicationScoped
class ErasureLedger {

  /** One line. */
  record Entry(UUID customerId, Instant at) {}

  private final Path file;
  private final ObjectMapper json;

  ErasureLedger(@ConfigProperty(name = "aftercare.erasure.ledger") Path file, ObjectMapper json) {
    this.file = file;
    this.json = json;
  }

  /** Blocks until the lines are on disk. */
  void add(Collection<UUID> customers, Instant at) {
    String lines =
        customers.stream().map(id -> line(new Entry(id, at)) + "\n").collect(Collectors.joining());
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("The erasure ledger cannot be written: " + file, unwritable);
    }
  }

  /** Everybody in it; blocks. */
  Set<UUID> customers() {
    if (!Files.exists(file)) {
      return Set.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(this::entry)
          .map(Entry::customerId)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The erasure ledger cannot be read: " + file, unreadable);
    }
  }

  private String line(Entry entry) {
    try {
      return json.writeValueAsString(entry);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Entry entry(String line) {
    try {
      return json.readValue(line, Entry.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("A line of " + file + " is no entry", unreadable);
    }
  }
}
