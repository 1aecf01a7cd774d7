package io.aftercare.sales.sale;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.aftercare.kit.problem.Problems;
import io.aftercare.sales.store.Store;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sales of a till that was away for long, one JSON object a line, however many. A few hundred are
 * under way at a time, so that memory does not grow with the stream; each is answered on a line of
 * its own, in order.
 */
@ApplicationScoped
class StreamedSales {

  static final String NDJSON = "application/x-ndjson";

  /** As many as gather well; the answer to the last of them is what the next wait for. */
  private static final int WINDOW = 500;

  /** Two hundred lines with long names fit several times over. */
  private static final int LONGEST_LINE = 1_000_000;

  /** Patience with a database that comes back: about half a minute. */
  private static final int TRIES = 8;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger(StreamedSales.class);

  enum Outcome {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("repeated")
    REPEATED,
    @JsonProperty("refused")
    REFUSED,
    /** This line was not taken and no later one is answered; send again from here. */
    @JsonProperty("stopped")
    STOPPED
  }

  /**
   * What became of one line.
   *
   * @param line its place in the stream, from 1, empty lines counted
   */
  record LineResult(
      long line,
      @Nullable String clientSaleId,
      Outcome status,
      @Nullable UUID saleId,
      @Nullable HttpProblem problem) {

    static LineResult of(long line, PostedItem item) {
      return new LineResult(
          line,
          item.clientSaleId(),
          Outcome.valueOf(item.status().name()),
          item.sale() == null ? null : item.sale().id(),
          item.problem());
    }
  }

  /** Streams in this process at once; each holds one of its worker threads. */
  private static final int AT_ONCE = 8;

  /** A till's number in a line that is no JSON, so that the store knows which sale it was. */
  private static final Pattern NUMBERED =
      Pattern.compile("\"clientSaleId\"\\s*:\\s*\"(%s)\"".formatted(NewSale.NUMBER));

  private record Answered(RefusedSales.Sent sent, LineResult line) {}

  private final Set<String> admitted = ConcurrentHashMap.newKeySet();
  private final PostedSales posting;
  private final RefusedSales refused;
  private final ObjectMapper json;
  private final ObjectWriter writer;

  StreamedSales(PostedSales posting, RefusedSales refused, ObjectMapper json) {
    this.posting = posting;
    this.refused = refused;
    this.json = json;
    this.writer = json.writerFor(LineResult.class).without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /**
   * Lets a store's stream in; {@link #record} lets it out. Each holds a thread for as long as its
   * till takes.
   *
   * @throws HttpProblem 409 when the store has another stream under way, 503 when too many have
   */
  Store admit(String storeId) {
    Store store = posting.store(storeId);
    if (!admitted.add(storeId)) {
      throw Problems.conflict(
          "stream-under-way", "The store has another stream under way; wait for its end.");
    }
    if (admitted.size() > AT_ONCE) {
      admitted.remove(storeId);
      throw Problems.unavailable(
          "too-many-streams", "%d streams are under way.".formatted(AT_ONCE), LONGEST_PAUSE);
    }
    return store;
  }

  /** Reads to the end of the stream, or to where it had to stop; blocks. */
  void record(Store admittedStore, InputStream in, OutputStream out) throws IOException {
    try {
      Lines lines = new Lines(in, LONGEST_LINE);
      List<Lines.Line> window = lines.next(WINDOW);
      while (!window.isEmpty() && answer(record(admittedStore, window), out)) {
        out.flush();
        window = lines.next(WINDOW);
      }
      out.flush();
    } finally {
      admitted.remove(admittedStore.id());
    }
  }

  private List<LineResult> record(Store store, List<Lines.Line> window) {
    List<Uni<Answered>> under = new ArrayList<>(window.size());
    for (Lines.Line line : window) {
      if (!line.isEmpty()) {
        under.add(record(store, line));
      }
    }
    if (under.isEmpty()) {
      return List.of();
    }
    List<Answered> answered = Uni.join().all(under).andFailFast().await().indefinitely();
    List<RefusedSales.Sent> taken =
        answered.stream()
            .filter(each -> each.line().status() != Outcome.STOPPED)
            .map(Answered::sent)
            .toList();
    refused
        .note(store.id(), taken)
        .onFailure()
        .invoke(failure -> LOG.warn("Refused sales could not be noted", failure))
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
    return answered.stream().map(Answered::line).toList();
  }

  private Uni<Answered> record(Store store, Lines.Line line) {
    return item(store, line)
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(TRIES)
        .map(item -> new Answered(sent(line, item), LineResult.of(line.number(), item)))
        .onFailure()
        .recoverWithItem(failure -> stopped(line, failure));
  }

  private Uni<PostedItem> item(Store store, Lines.Line line) {
    if (line.isTooLong()) {
      return refuse(null, "is longer than %,d bytes".formatted(LONGEST_LINE));
    }
    try {
      return posting.recordItem(0, json.readTree(line.bytes()), store);
    } catch (JsonProcessingException torn) {
      // What the parser says of it repeats words of the line.
      int column = torn.getLocation() == null ? 1 : torn.getLocation().getColumnNr();
      return refuse(number(line), "is not valid JSON from column %d on".formatted(column));
    } catch (IOException unreadable) {
      return refuse(number(line), "is not valid UTF-8");
    }
  }

  private static @Nullable String number(Lines.Line line) {
    Matcher number = NUMBERED.matcher(new String(line.bytes(), ISO_8859_1));
    return number.find() ? number.group(1) : null;
  }

  private static Uni<PostedItem> refuse(@Nullable String number, String why) {
    return Uni.createFrom().item(PostedItem.refused(0, number, Problems.invalid("line", why)));
  }

  private static RefusedSales.Sent sent(Lines.Line line, PostedItem item) {
    return new RefusedSales.Sent(line.number(), line::bytes, item);
  }

  private static Answered stopped(Lines.Line line, Throwable failure) {
    LOG.warnf(failure, "Sales stream stopped, line=%d", line.number());
    HttpProblem problem =
        Problems.unavailable(
            "stopped",
            "This line was not taken, and no later one is answered. Send again from line %d."
                .formatted(line.number()),
            LONGEST_PAUSE);
    return new Answered(
        sent(line, PostedItem.refused(0, null, problem)),
        new LineResult(line.number(), null, Outcome.STOPPED, null, problem));
  }

  /** Writes the answers up to the first that stopped; returns whether all were taken. */
  private boolean answer(List<LineResult> results, OutputStream out) throws IOException {
    for (LineResult result : results) {
      writer.writeValue(out, result);
      out.write('\n');
      if (result.status() == Outcome.STOPPED) {
        return false;
      }
    }
    return true;
  }
}
