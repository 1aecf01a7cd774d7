package io.aftercare.sales.sale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a till uploaded and was refused, kept by number (or its place, where none could be read) and
 * reason so that the store finds what it has to mend. The content is not kept: it stays with the
 * till.
 */
@ApplicationScoped
class RefusedSales {

  /**
   * One that waits to be mended.
   *
   * @param clientSaleId absent where no number could be read
   * @param line then its line in the stream or its place in the batch, from 1; absent otherwise
   * @param problem the problem that the till was answered
   */
  public record Refused(
      @Nullable String clientSaleId, @Nullable Long line, Instant at, JsonNode problem) {}

  /**
   * One of several, as it was sent and answered.
   *
   * @param place from 1
   * @param content looked at only to know it again
   */
  record Sent(long place, Supplier<byte[]> content, PostedItem item) {}

  /** What is kept of one that was refused. */
  private record Note(String key, @Nullable Long line, String problem) {}

  /** Enough to tell the lines of a store's day apart. */
  private static final int DIGEST_BYTES = 8;

  private static final String NOTE =
      """
      insert into refused_sale (store_id, client_sale_id, line, refused_at, problem)
      select $1, client_sale_id, line, $2, problem::json
      from unnest($3::text[], $4::bigint[], $5::text[]) as r (client_sale_id, line, problem)
      on conflict (store_id, client_sale_id) do update set refused_at = excluded.refused_at, problem = excluded.problem
      """;

  private static final String MENDED =
      "delete from refused_sale where store_id = $1 and client_sale_id = any($2::text[])";

  /** One that was posted by itself afterwards has been mended, too. */
  private static final String OPEN =
      """
      select r.client_sale_id, r.line, r.refused_at, r.problem::text as problem from refused_sale r
      where r.store_id = $1 and r.refused_at >= $2 and r.refused_at < $3
        and not exists (
          select from sale s where s.store_id = r.store_id and s.client_sale_id = r.client_sale_id
            and s.received_at > r.refused_at)
      order by r.refused_at, r.line, r.client_sale_id
      limit 500
      """;

  private final Pool pool;
  private final ObjectMapper json;
  private final Clock clock;

  RefusedSales(Pool pool, ObjectMapper json, Clock clock) {
    this.pool = pool;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Notes those that were refused; those that were taken are mended. Sent again unreadable as it
   * was, it is still the same one.
   */
  Uni<Void> note(String storeId, List<Sent> answered) {
    Map<String, Note> notes = new TreeMap<>();
    List<String> taken = new ArrayList<>();
    for (Sent sent : answered) {
      if (sent.item().problem() == null) {
        taken.add(sent.item().clientSaleId());
      } else {
        Note note = note(sent);
        notes.put(note.key(), note);
      }
    }
    Uni<Void> noted =
        notes.isEmpty()
            ? Uni.createFrom().voidItem()
            : insert(storeId, List.copyOf(notes.values()));
    return noted.chain(
        () ->
            pool.preparedQuery(MENDED)
                .execute(Tuple.of(storeId, taken.toArray(String[]::new)))
                .replaceWithVoid());
  }

  private Uni<Void> insert(String storeId, List<Note> notes) {
    return pool.preparedQuery(NOTE)
        .execute(
            Tuple.of(
                storeId,
                clock.instant().atOffset(ZoneOffset.UTC),
                notes.stream().map(Note::key).toArray(String[]::new),
                notes.stream().map(Note::line).toArray(Long[]::new),
                notes.stream().map(Note::problem).toArray(String[]::new)))
        .replaceWithVoid();
  }

  private Note note(Sent sent) {
    String number = sent.item().clientSaleId();
    return isNumber(number)
        ? new Note(number, null, text(sent.item()))
        : new Note(
            "line:%d:%s".formatted(sent.place(), digest(sent.content().get())),
            sent.place(),
            text(sent.item()));
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /** Those of a store that were refused from one moment to before another and not mended since. */
  Uni<List<Refused>> open(String storeId, OffsetDateTime from, OffsetDateTime to) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(storeId, from, to))
        .map(rows -> rows.stream().map(this::refused).toList());
  }

  private static boolean isNumber(@Nullable String clientSaleId) {
    return clientSaleId != null && clientSaleId.matches(NewSale.NUMBER);
  }

  private String text(PostedItem item) {
    try {
      return json.writeValueAsString(item.problem());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A problem cannot be written", impossible);
    }
  }

  private Refused refused(Row row) {
    try {
      Long line = row.getLong("line");
      return new Refused(
          line == null ? row.getString("client_sale_id") : null,
          line,
          row.getOffsetDateTime("refused_at").toInstant(),
          json.readTree(row.getString("problem")));
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("A stored problem cannot be read", corrupt);
    }
  }
}
