package io.aftercare.followup.known;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What happened to sales besides their own changes. */
@ApplicationScoped
public class KnownEvents {

  private static final String REMEMBER =
      """
      insert into known_event (id, event, sale_id, at, lines)
      select id, event, sale_id, at, string_to_array(lines, ',')::int[]
      from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::text[])
        as told(id, event, sale_id, at, lines)
      on conflict (id) do nothing
      """;

  private static final String OF_SALES =
      "select id, event, sale_id, at, lines from known_event where sale_id = any($1::uuid[])";

  private static final String OF_PERIOD =
      """
      select id, event, sale_id, at, lines from known_event
      where at >= $1 and at < $2 and id > $3 order by id limit $4
      """;

  /**
   * What happened in a time, a page after the other.
   *
   * @param from the first instant
   * @param to the first instant after it
   * @param after only after this event
   */
  public Uni<List<KnownEvent>> ofPeriod(
      SqlConnection connection, Instant from, Instant to, UUID after, int page) {
    return connection
        .preparedQuery(OF_PERIOD)
        .execute(Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), after, page))
        .map(rows -> rows.stream().map(KnownEvents::event).toList());
  }

  /** Keeps what was told, once. */
  public Uni<Void> remember(SqlConnection transaction, List<KnownEvent> events) {
    return transaction
        .preparedQuery(REMEMBER)
        .execute(
            Tuple.of(
                events.stream().map(KnownEvent::id).toArray(UUID[]::new),
                events.stream().map(KnownEvent::event).toArray(String[]::new),
                events.stream().map(KnownEvent::saleId).toArray(UUID[]::new),
                events.stream()
                    .map(event -> event.at().atOffset(ZoneOffset.UTC))
                    .toArray(java.time.OffsetDateTime[]::new),
                events.stream().map(KnownEvents::lines).toArray(String[]::new)))
        .replaceWithVoid();
  }

  /** What happened to these sales. */
  public Uni<Map<UUID, List<KnownEvent>>> ofSales(
      SqlConnection connection, Collection<UUID> sales) {
    return connection
        .preparedQuery(OF_SALES)
        .execute(Tuple.of(sales.stream().distinct().toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, List<KnownEvent>> events = new HashMap<>();
              rows.forEach(
                  row ->
                      events
                          .computeIfAbsent(row.getUUID("sale_id"), none -> new ArrayList<>())
                          .add(event(row)));
              return events;
            });
  }

  private static String lines(KnownEvent event) {
    return event.lines().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static KnownEvent event(Row row) {
    return new KnownEvent(
        row.getUUID("id"),
        row.getString("event"),
        row.getUUID("sale_id"),
        row.getOffsetDateTime("at").toInstant(),
        Arrays.asList(row.getArrayOfIntegers("lines")));
  }
}
