package io.aftercare.sales.sale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a till uploaded and was refused, kept by number and reason so that the store finds what it
 * has to mend. The content is not kept: it stays with the till.
 */
@ApplicationScoped
class RefusedSales {

  /**
   * One that waits to be mended.
   *
   * @param problem the problem that the till was answered
   */
  public record Refused(String clientSaleId, Instant at, JsonNode problem) {}

  private static final String NOTE =
      """
      insert into refused_sale (store_id, client_sale_id, refused_at, problem)
      select $1, client_sale_id, $2, problem::json from unnest($3::text[], $4::text[]) as r (client_sale_id, problem)
      on conflict (store_id, client_sale_id) do update set refused_at = excluded.refused_at, problem = excluded.problem
      """;

  private static final String MENDED =
      "delete from refused_sale where store_id = $1 and client_sale_id = any($2::text[])";

  /** One that was posted by itself afterwards has been mended, too. */
  private static final String OPEN =
      """
      select r.client_sale_id, r.refused_at, r.problem::text as problem from refused_sale r
      where r.store_id = $1 and r.refused_at >= $2 and r.refused_at < $3
        and not exists (
          select from sale s where s.store_id = r.store_id and s.client_sale_id = r.client_sale_id
            and s.received_at > r.refused_at)
      order by r.refused_at, r.client_sale_id
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

  /** Notes those that were refused and can be named; those that were taken are mended. */
  Uni<Void> note(String storeId, List<PostedItem> answered) {
    Map<String, String> problems = new TreeMap<>();
    List<String> taken = new ArrayList<>();
    for (PostedItem item : answered) {
      if (item.problem() == null) {
        taken.add(item.clientSaleId());
      } else if (isNumber(item.clientSaleId())) {
        problems.put(item.clientSaleId(), text(item));
      }
    }
    Uni<Void> noted = problems.isEmpty() ? Uni.createFrom().voidItem() : insert(storeId, problems);
    return noted.chain(
        () ->
            pool.preparedQuery(MENDED)
                .execute(Tuple.of(storeId, taken.toArray(String[]::new)))
                .replaceWithVoid());
  }

  private Uni<Void> insert(String storeId, Map<String, String> problems) {
    return pool.preparedQuery(NOTE)
        .execute(
            Tuple.of(
                storeId,
                clock.instant().atOffset(ZoneOffset.UTC),
                problems.keySet().toArray(String[]::new),
                problems.values().toArray(String[]::new)))
        .replaceWithVoid();
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
      return new Refused(
          row.getString("client_sale_id"),
          row.getOffsetDateTime("refused_at").toInstant(),
          json.readTree(row.getString("problem")));
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("A stored problem cannot be read", corrupt);
    }
  }
}
