package io.aftercare.sales.sale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.page.Cursor;
import io.aftercare.sales.customer.MergedCustomers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sales, by number, by id, and as lists. */
@ApplicationScoped
class Sales {

  /** A till's number for a sale, unique in its store. */
  record Number(String storeId, String clientSaleId) implements Comparable<Number> {
    @Override
    public int compareTo(Number other) {
      int byStore = storeId.compareTo(other.storeId);
      return byStore != 0 ? byStore : clientSaleId.compareTo(other.clientSaleId);
    }
  }

  /**
   * Which sales; what is absent does not matter.
   *
   * @param after only those after this place, counted from the newest
   * @param limit items in a page
   */
  record Filter(
      @Nullable String storeId, @Nullable UUID customerId, @Nullable Cursor after, int limit) {

    Filter ofStore(String id) {
      return new Filter(id, customerId, after, limit);
    }
  }

  private static final String BY_NUMBER =
      """
      select s.state::text as state
      from unnest($1::text[], $2::text[]) as asked (store_id, client_sale_id)
      join sale s using (store_id, client_sale_id)
      """;

  private static final String INSERT =
      """
      insert into sale (id, store_id, client_sale_id, customer_id, occurred_at, received_at, status, version, state)
      select id, store_id, client_sale_id, customer_id, occurred_at, received_at, 'completed', 1, state::json
      from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::timestamptz[], $7::text[])
        as posted (id, store_id, client_sale_id, customer_id, occurred_at, received_at, state)
      on conflict (store_id, client_sale_id) do nothing
      """;

  private static final String LOCK =
      "select state::text as state from sale where id = $1 for update";

  private static final String UPDATE =
      "update sale set status = $2, version = $3, state = $4::text::json where id = $1";

  private static final String ONE = "select state::text as state from sale where id = $1";

  private static final String PAGE =
      """
      select state::text as state from sale
      where ($1::text is null or store_id = $1)
        and ($2::uuid[] is null or customer_id = any($2))
        and ($3::timestamptz is null or (occurred_at, id) < ($3, $4::uuid))
      order by occurred_at desc, id desc
      limit $5
      """;

  /**
   * Of the whole chain: the newest of each store by that store's index, and of those the newest. So
   * no index by time alone has to be kept up with every sale.
   */
  private static final String PAGE_OF_CHAIN =
      """
      select sale.state::text as state
      from (
        select newest.id from store cross join lateral (
          select id, occurred_at from sale
          where store_id = store.id
            and (occurred_at, id)
              < (coalesce($1::timestamptz, 'infinity'), coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
          order by occurred_at desc, id desc
          limit $3) as newest
        order by newest.occurred_at desc, newest.id desc
        limit $3) as page
      join sale using (id)
      order by occurred_at desc, id desc
      """;

  private static final String AFTER =
      "select state::text as state from sale where id > $1 order by id limit $2";

  private static final String BETWEEN =
      """
      select state::text as state from sale
      where store_id = $1 and occurred_at >= $2 and occurred_at < $3
      """;

  private final ObjectMapper json;
  private final MergedCustomers merged;

  Sales(ObjectMapper json, MergedCustomers merged) {
    this.json = json;
    this.merged = merged;
  }

  /** Those of the numbers that are taken, with their sales. */
  Uni<Map<Number, Sale>> find(SqlConnection transaction, Collection<Number> numbers) {
    String[] stores = numbers.stream().map(Number::storeId).toArray(String[]::new);
    String[] ids = numbers.stream().map(Number::clientSaleId).toArray(String[]::new);
    return transaction
        .preparedQuery(BY_NUMBER)
        .execute(Tuple.of(stores, ids))
        .map(
            rows -> {
              Map<Number, Sale> found = new HashMap<>();
              for (Row row : rows) {
                Sale sale = read(row);
                found.put(new Number(sale.store().id(), sale.posted().clientSaleId()), sale);
              }
              return found;
            });
  }

  /**
   * Stores new sales in one statement; returns how many were stored, fewer when a number was taken
   * meanwhile.
   */
  Uni<Integer> insert(SqlConnection transaction, List<Sale> sales) {
    int n = sales.size();
    UUID[] ids = new UUID[n];
    String[] stores = new String[n];
    String[] clientIds = new String[n];
    UUID[] customers = new UUID[n];
    OffsetDateTime[] occurred = new OffsetDateTime[n];
    OffsetDateTime[] received = new OffsetDateTime[n];
    String[] states = new String[n];
    for (int i = 0; i < n; i++) {
      Sale sale = sales.get(i);
      ids[i] = sale.id();
      stores[i] = sale.store().id();
      clientIds[i] = sale.posted().clientSaleId();
      customers[i] = sale.posted().customerId();
      occurred[i] = sale.posted().occurredAt();
      received[i] = sale.receivedAt().atOffset(ZoneOffset.UTC);
      states[i] = write(sale);
    }
    Tuple columns = Tuple.of(ids, stores, clientIds, customers, occurred, received);
    return transaction
        .preparedQuery(INSERT)
        .execute(columns.addArrayOfString(states))
        .map(RowSet::rowCount);
  }

  /** The sale, held against other changes until the transaction ends. */
  Uni<Optional<Sale>> lock(SqlConnection transaction, UUID id) {
    return transaction.preparedQuery(LOCK).execute(Tuple.of(id)).map(this::first);
  }

  Uni<Void> update(SqlConnection transaction, Sale sale) {
    return transaction
        .preparedQuery(UPDATE)
        .execute(Tuple.of(sale.id(), sale.status().wire(), sale.version(), write(sale)))
        .replaceWithVoid();
  }

  Uni<Optional<Sale>> find(SqlConnection transaction, UUID id) {
    return transaction.preparedQuery(ONE).execute(Tuple.of(id)).map(this::first);
  }

  /** Newest first; one more than the page holds, where there are more. */
  Uni<List<Sale>> list(SqlConnection transaction, Filter filter) {
    Cursor after = filter.after();
    OffsetDateTime time = after == null ? null : after.at().atOffset(ZoneOffset.UTC);
    UUID id = after == null ? null : after.id();
    UUID[] customer = filter.customerId() == null ? null : merged.idsOf(filter.customerId());
    boolean isOfChain = filter.storeId() == null && customer == null;
    return transaction
        .preparedQuery(isOfChain ? PAGE_OF_CHAIN : PAGE)
        .execute(
            isOfChain
                ? Tuple.of(time, id, filter.limit() + 1)
                : Tuple.of(filter.storeId(), customer, time, id, filter.limit() + 1))
        .map(rows -> rows.stream().map(this::read).toList());
  }

  /** By id. */
  Uni<List<Sale>> after(SqlConnection connection, UUID after, int limit) {
    return connection
        .preparedQuery(AFTER)
        .execute(Tuple.of(after, limit))
        .map(rows -> rows.stream().map(this::read).toList());
  }

  /** All of a store that were sold from one moment to before another. */
  Uni<List<Sale>> between(
      SqlConnection connection, String storeId, OffsetDateTime from, OffsetDateTime to) {
    return connection
        .preparedQuery(BETWEEN)
        .execute(Tuple.of(storeId, from, to))
        .map(rows -> rows.stream().map(this::read).toList());
  }

  private Optional<Sale> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(this::read);
  }

  private Sale read(Row row) {
    try {
      return json.readValue(row.getString("state"), Sale.class);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("A stored sale cannot be read", corrupt);
    }
  }

  private String write(Sale sale) {
    try {
      return json.writeValueAsString(sale);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A sale cannot be written", impossible);
    }
  }
}
