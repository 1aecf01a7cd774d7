package io.aftercare.followup.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
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
import java.util.function.Function;

/** The sales of named customers that we have heard of, newest version only. */
@ApplicationScoped
public class KnownSales {

  /**
   * One customer after the other, newest sale first: so that their index serves however small the
   * table was when the statement was planned.
   */
  private static final String OTHERS =
      """
      select known.customer_id, known.body::text as body
      from unnest($%d::uuid[]) as wanted(id)
      cross join lateral (
        select s.customer_id, s.body from known_sale s
        where s.customer_id = wanted.id and s.occurred_at > $%d
        order by s.occurred_at desc
        limit 100) as known
      """;

  private static final String REMEMBER =
      """
      with kept as (
        insert into known_sale (id, version, customer_id, occurred_at, body)
        select id, version, customer_id, occurred_at, body::json
        from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::text[])
          as told(id, version, customer_id, occurred_at, body)
        on conflict (id) do update set
          version = excluded.version, customer_id = excluded.customer_id, body = excluded.body
        where known_sale.version < excluded.version
      )
      """
          + OTHERS.formatted(6, 7);

  private static final String OF_CUSTOMERS = OTHERS.formatted(1, 2);

  private static final String FIND =
      "select customer_id, body::text as body from known_sale where id = any($1::uuid[])";

  /** Sales that may still make contacts: the young ones, and those with one that is open. */
  private static final String LIVE_OF_CUSTOMERS =
      """
      select customer_id, body::text as body from known_sale s
      where customer_id = any($1::uuid[])
        and (occurred_at > $2
             or exists (select from call c where c.cause_id = s.id and c.state in ('planned', 'paused', 'held', 'supervisor'))
             or exists (select from call c where c.sale_id = s.id and c.cause_id <> c.sale_id
                          and c.state in ('planned', 'paused', 'held', 'supervisor'))
             or exists (select from message m where m.cause_id = s.id and m.state in ('queued', 'waiting')))
      """;

  private static final String OF_PERIOD =
      """
      select customer_id, body::text as body from known_sale
      where occurred_at >= $1 and occurred_at < $2
      limit $3
      """;

  private static final int PAGE = 1_000;

  private static final String MOVE =
      "update known_sale set customer_id = $2 where customer_id = $1";

  private static final String GIVE_BACK =
      """
      update known_sale set customer_id = $2
      where customer_id = $1 and (body ->> 'customerId')::uuid = any($3::uuid[])
      """;

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
    return remember(transaction, sales, List.of(), Instant.EPOCH).replaceWithVoid();
  }

  /**
   * Keeps what was told, and gives what was known before, in one go.
   *
   * @param wanted customers whose sales are wanted
   * @param since only sales after this
   */
  public Uni<List<Owned>> remember(
      SqlConnection transaction, List<Owned> sales, Collection<UUID> wanted, Instant since) {
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
        .execute(
            Tuple.of(
                    ids,
                    versions,
                    customers,
                    times,
                    bodies,
                    wanted.stream().distinct().toArray(UUID[]::new))
                .addOffsetDateTime(since.atOffset(ZoneOffset.UTC)))
        .map(this::sales);
  }

  /** The sales of these customers after an instant. */
  public Uni<List<Owned>> ofCustomers(
      SqlConnection connection, Collection<UUID> customers, Instant since) {
    return connection
        .preparedQuery(OF_CUSTOMERS)
        .execute(
            Tuple.of(
                customers.stream().distinct().toArray(UUID[]::new), since.atOffset(ZoneOffset.UTC)))
        .map(this::sales);
  }

  /** These sales, as far as we know them. */
  public Uni<List<Owned>> find(SqlConnection connection, Collection<UUID> ids) {
    return connection
        .preparedQuery(FIND)
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .map(this::sales);
  }

  /**
   * The sales of these customers that may still make contacts: younger than this, or with one that
   * is open.
   */
  public Uni<List<Owned>> liveOfCustomers(
      SqlConnection connection, Collection<UUID> customers, Instant youngerThan) {
    return connection
        .preparedQuery(LIVE_OF_CUSTOMERS)
        .execute(Tuple.of(customers.toArray(UUID[]::new), youngerThan.atOffset(ZoneOffset.UTC)))
        .map(this::sales);
  }

  /**
   * Sales of a time.
   *
   * @param from the first instant
   * @param to the first instant after it
   * @param most sales at most
   */
  public record Period(Instant from, Instant to, int most) {}

  /**
   * Walks through the sales of a time, a page in memory at a time.
   *
   * @param page is done with one page before the next is read
   * @return whether that was all of them
   */
  public Uni<Boolean> walk(
      SqlConnection transaction, Period period, Function<List<Owned>, Uni<Void>> page) {
    Tuple bounds =
        Tuple.of(
            period.from().atOffset(ZoneOffset.UTC),
            period.to().atOffset(ZoneOffset.UTC),
            (long) period.most() + 1);
    return transaction
        .prepare(OF_PERIOD)
        .map(statement -> statement.cursor(bounds))
        .chain(cursor -> walk(cursor, period.most(), page).call(cursor::close));
  }

  private Uni<Boolean> walk(Cursor cursor, int left, Function<List<Owned>, Uni<Void>> page) {
    return cursor
        .read(Math.min(PAGE, left + 1))
        .map(this::sales)
        .chain(
            sales -> {
              List<Owned> taken = sales.size() > left ? sales.subList(0, left) : sales;
              Uni<Void> done = taken.isEmpty() ? Uni.createFrom().voidItem() : page.apply(taken);
              return done.chain(
                  () ->
                      sales.size() > left || !cursor.hasMore()
                          ? Uni.createFrom().item(sales.size() <= left)
                          : walk(cursor, left - taken.size(), page));
            });
  }

  /** One customer's sales are another's from now on. */
  public Uni<Void> move(SqlConnection transaction, UUID from, UUID to) {
    return transaction.preparedQuery(MOVE).execute(Tuple.of(from, to)).replaceWithVoid();
  }

  /**
   * Those of one customer's sales that were sold to another are the other's again.
   *
   * @param ids all by which sales knew the other
   */
  public Uni<Void> giveBack(SqlConnection transaction, UUID from, UUID to, UUID[] ids) {
    return transaction.preparedQuery(GIVE_BACK).execute(Tuple.of(from, to, ids)).replaceWithVoid();
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
