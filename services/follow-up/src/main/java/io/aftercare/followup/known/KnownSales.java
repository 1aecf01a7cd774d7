package io.aftercare.followup.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The sales of named customers that we have heard of, newest version only. */
@ApplicationScoped
public class KnownSales {

  private static final String REMEMBER =
      """
      insert into known_sale (id, version, customer_id, occurred_at, body)
      select id, version, customer_id, occurred_at, body::json
      from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::text[])
        as told(id, version, customer_id, occurred_at, body)
      on conflict (id) do update set
        version = excluded.version, customer_id = excluded.customer_id, body = excluded.body
      where known_sale.version < excluded.version
      """;

  private static final String FIND =
      "select customer_id, body::text as body from known_sale where id = any($1::uuid[])";

  /** Sales that may still make calls: the young ones, and those with a call that is open. */
  private static final String LIVE_OF_CUSTOMERS =
      """
      select customer_id, body::text as body from known_sale s
      where customer_id = any($1::uuid[])
        and (occurred_at > $2
             or exists (select from call c where c.cause_id = s.id and c.state in ('planned', 'held', 'supervisor')))
      """;

  private static final String MOVE =
      "update known_sale set customer_id = $2 where customer_id = $1";

  private final ObjectMapper json;

  KnownSales(ObjectMapper json) {
    this.json = json;
  }

  /**
   * A sale and whose it is by now.
   *
   * @param customerId the customer, or the one it was merged into
   */
  public record Owned(KnownSale sale, UUID customerId) {}

  /** Keeps what was told; an older version changes nothing. */
  public Uni<Void> remember(SqlConnection transaction, List<Owned> sales) {
    int n = sales.size();
    UUID[] ids = new UUID[n];
    Long[] versions = new Long[n];
    UUID[] customers = new UUID[n];
    OffsetDateTime[] times = new OffsetDateTime[n];
    String[] bodies = new String[n];
    for (int i = 0; i < n; i++) {
      KnownSale sale = sales.get(i).sale();
      ids[i] = sale.id();
      versions[i] = sale.version();
      customers[i] = sales.get(i).customerId();
      times[i] = sale.occurredAt();
      bodies[i] = write(sale);
    }
    return transaction
        .preparedQuery(REMEMBER)
        .execute(Tuple.of(ids, versions, customers, times, bodies))
        .replaceWithVoid();
  }

  /** These sales, as far as we know them. */
  public Uni<List<Owned>> find(SqlConnection connection, Collection<UUID> ids) {
    return connection
        .preparedQuery(FIND)
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .map(this::sales);
  }

  /**
   * The sales of these customers that may still make calls: younger than this, or with a call that
   * is open.
   */
  public Uni<List<Owned>> liveOfCustomers(
      SqlConnection connection, Collection<UUID> customers, Instant youngerThan) {
    return connection
        .preparedQuery(LIVE_OF_CUSTOMERS)
        .execute(Tuple.of(customers.toArray(UUID[]::new), youngerThan.atOffset(ZoneOffset.UTC)))
        .map(this::sales);
  }

  /** One customer's sales are another's from now on. */
  public Uni<Void> move(SqlConnection transaction, UUID from, UUID to) {
    return transaction.preparedQuery(MOVE).execute(Tuple.of(from, to)).replaceWithVoid();
  }

  private List<Owned> sales(RowSet<Row> rows) {
    List<Owned> sales = new ArrayList<>(rows.size());
    rows.forEach(
        row -> sales.add(new Owned(read(row.getString("body")), row.getUUID("customer_id"))));
    return sales;
  }

  private String write(KnownSale sale) {
    try {
      return json.writeValueAsString(sale);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("Sale " + sale.id() + " cannot be written", unwritable);
    }
  }

  private KnownSale read(String body) {
    try {
      return json.readValue(body, KnownSale.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("A known sale cannot be read back", unreadable);
    }
  }
}
