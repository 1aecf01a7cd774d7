package io.aftercare.sales.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.page.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service requests, by id, by the store's number, of a sale, and as lists. */
@ApplicationScoped
public class ServiceRequests {

  /**
   * Which requests; what is absent does not matter.
   *
   * @param states any of these; all when empty
   * @param after only those after this place, counted from the earliest promise
   * @param limit items in a page
   */
  record Filter(
      @Nullable String storeId,
      @Nullable UUID saleId,
      Set<ServiceRequest.State> states,
      @Nullable Cursor after,
      int limit) {

    Filter ofStore(String id) {
      return new Filter(id, saleId, states, after, limit);
    }
  }

  /** A request, and what was asked for when it was opened. */
  record Opened(ServiceRequest request, NewRequest asked) {}

  private static final String COLUMNS =
      """
      id, version, kind, state, store_id, sale_id, customer_id, promised_at, opened_at, opened_by,
        history::text as history, asked::text as asked
      """;

  private static final String INSERT =
      """
      insert into service_request (id, version, kind, state, store_id, sale_id, customer_id, promised_at, opened_at,
        opened_by, history, client_request_id, asked)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::json, $12, $13::text::json)
      on conflict (store_id, client_request_id) do nothing
      """;

  private static final String UPDATE =
      """
      update service_request set version = $2, state = $3, promised_at = $4, history = $5::text::json where id = $1
      """;

  private static final String BY_NUMBER =
      "select %s from service_request where store_id = $1 and client_request_id = $2"
          .formatted(COLUMNS);

  private static final String ONE =
      "select %s from service_request where id = $1".formatted(COLUMNS);

  private static final String LOCK = ONE + " for update";

  private static final String OF_SALE =
      "select %s from service_request where sale_id = $1 order by promised_at, id limit 50"
          .formatted(COLUMNS);

  private static final String PAGE =
      """
      select %s from service_request
      where ($1::text is null or store_id = $1)
        and ($2::uuid is null or sale_id = $2)
        and (cardinality($3::text[]) = 0 or state = any ($3))
        and ($4::timestamptz is null or (promised_at, id) > ($4, $5::uuid))
      order by promised_at, id
      limit $6
      """
          .formatted(COLUMNS);

  private final ObjectMapper json;

  ServiceRequests(ObjectMapper json) {
    this.json = json;
  }

  /** Stores a new one; returns whether its number was still free. */
  Uni<Boolean> insert(SqlConnection transaction, ServiceRequest request, NewRequest asked) {
    Tuple row =
        Tuple.of(
            request.id(),
            request.version(),
            request.kind().wire(),
            request.state().wire(),
            request.storeId(),
            request.saleId());
    row.addUUID(request.customerId())
        .addOffsetDateTime(utc(request.promisedAt()))
        .addOffsetDateTime(utc(request.openedAt()))
        .addString(request.openedBy())
        .addString(write(request.history()))
        .addString(asked.clientRequestId())
        .addString(write(asked));
    return transaction.preparedQuery(INSERT).execute(row).map(stored -> stored.rowCount() == 1);
  }

  Uni<Void> update(SqlConnection transaction, ServiceRequest request) {
    return transaction
        .preparedQuery(UPDATE)
        .execute(
            Tuple.of(
                request.id(),
                request.version(),
                request.state().wire(),
                utc(request.promisedAt()),
                write(request.history())))
        .replaceWithVoid();
  }

  Uni<Optional<Opened>> find(SqlConnection transaction, String storeId, String clientRequestId) {
    return transaction
        .preparedQuery(BY_NUMBER)
        .execute(Tuple.of(storeId, clientRequestId))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new Opened(
                                request(row), read(row.getString("asked"), NewRequest.class))));
  }

  Uni<Optional<ServiceRequest>> find(SqlConnection transaction, UUID id) {
    return transaction.preparedQuery(ONE).execute(Tuple.of(id)).map(this::first);
  }

  /** The request, held against other changes until the transaction ends. */
  Uni<Optional<ServiceRequest>> lock(SqlConnection transaction, UUID id) {
    return transaction.preparedQuery(LOCK).execute(Tuple.of(id)).map(this::first);
  }

  /** All of a sale, earliest promise first; fifty at most. */
  public Uni<List<ServiceRequest>> ofSale(SqlConnection transaction, UUID saleId) {
    return transaction
        .preparedQuery(OF_SALE)
        .execute(Tuple.of(saleId))
        .map(rows -> rows.stream().map(this::request).toList());
  }

  /** Earliest promise first; one more than the page holds, where there are more. */
  Uni<List<ServiceRequest>> list(SqlConnection transaction, Filter filter) {
    Cursor after = filter.after();
    Tuple asked = Tuple.of(filter.storeId(), filter.saleId());
    asked
        .addArrayOfString(
            filter.states().stream().map(ServiceRequest.State::wire).toArray(String[]::new))
        .addOffsetDateTime(after == null ? null : utc(after.at()))
        .addUUID(after == null ? null : after.id())
        .addInteger(filter.limit() + 1);
    return transaction
        .preparedQuery(PAGE)
        .execute(asked)
        .map(rows -> rows.stream().map(this::request).toList());
  }

  private Optional<ServiceRequest> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(this::request);
  }

  private ServiceRequest request(Row row) {
    return new ServiceRequest(
        row.getUUID("id"),
        row.getLong("version"),
        value(ServiceRequest.Kind.class, row.getString("kind")),
        value(ServiceRequest.State.class, row.getString("state")),
        row.getString("store_id"),
        row.getUUID("sale_id"),
        row.getUUID("customer_id"),
        row.getOffsetDateTime("promised_at").toInstant(),
        row.getOffsetDateTime("opened_at").toInstant(),
        row.getString("opened_by"),
        List.of(read(row.getString("history"), ServiceRequest.Step[].class)));
  }

  private static <E extends Enum<E>> E value(Class<E> type, String wire) {
    return Enum.valueOf(type, wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("A stored service request cannot be read", corrupt);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A service request cannot be written", impossible);
    }
  }
}
