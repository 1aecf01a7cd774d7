package io.aftercare.sales.recall;

import io.aftercare.kit.page.Cursor;
import io.aftercare.sales.product.Product.Code;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of which sales hold which batch, and which sales a recall concerns. Reads the sales
 * in SQL, because the room of sales uses this one.
 */
@ApplicationScoped
class RecalledSales {

  /**
   * Packs of the recalled lines (of c) that came back to their sale (s), as the sale's own document
   * says it.
   */
  static final String PACKS_BACK =
      """
      select coalesce(sum(q.value::int), 0)::int as packs
      from json_array_elements(s.state -> 'returns') as b (back), json_each_text(b.back -> 'quantities') as q
      where q.key::int = any (c.lines)
      """;

  private static final String KEEP_BATCHES =
      """
      insert into sale_batch (batch, system, code, sale_id, line, quantity)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::integer[], $6::integer[])
      """;

  private static final String COLLECT =
      """
      insert into recalled_sale (recall_id, sale_id, id, occurred_at, lines, quantity, found_at)
      select $1, b.sale_id, gen_random_uuid(), s.occurred_at, array_agg(b.line order by b.line), sum(b.quantity), $5
      from sale_batch b join sale s on s.id = b.sale_id
      where b.batch = $2 and (b.system, b.code) in (select * from unnest($3::text[], $4::text[]))
        and ($6::uuid[] is null or b.sale_id = any ($6))
      group by b.sale_id, s.occurred_at
      on conflict do nothing
      """;

  private static final String TO_TELL =
      """
      select c.id, c.sale_id, c.lines, c.quantity - back.packs as quantity, s.store_id, s.customer_id, s.occurred_at,
        s.state -> 'store' ->> 'zone' as zone, s.state -> 'store' ->> 'country' as country,
        s.state -> 'store' ->> 'region' as region
      from recalled_sale c join sale s on s.id = c.sale_id cross join lateral (
      """
          + PACKS_BACK
          + """
      ) back
      where c.recall_id = $1 and ($2::uuid is null or c.sale_id > $2) and ($3::uuid[] is null or c.sale_id = any ($3))
        and s.status <> 'voided' and c.quantity > back.packs
      order by c.sale_id limit $4
      """;

  private static final String PAGE =
      """
      select c.sale_id, s.store_id, s.client_sale_id, c.occurred_at, s.customer_id, s.status, c.lines, c.quantity,
        back.packs as returned
      from recalled_sale c join sale s on s.id = c.sale_id cross join lateral (
      """
          + PACKS_BACK
          + """
      ) back
      where c.recall_id = $1 and ($2::text is null or s.store_id = $2)
        and ($3::timestamptz is null or (c.occurred_at, c.sale_id) < ($3, $4::uuid))
      order by c.occurred_at desc, c.sale_id desc limit $5
      """;

  /**
   * What is told of a recalled sale.
   *
   * @param id this recall of this sale
   * @param quantity packs that have not come back
   */
  record Told(
      UUID id,
      UUID saleId,
      List<Integer> lines,
      int quantity,
      String storeId,
      String zone,
      String country,
      @Nullable String region,
      @Nullable UUID customerId,
      Instant soldAt) {}

  /**
   * Part of a recall's sales.
   *
   * @param storeId only of this store; of all when absent
   * @param after only those after this place, counted from the newest
   * @param limit items in a page
   */
  record Filter(UUID recallId, @Nullable String storeId, @Nullable Cursor after, int limit) {}

  /** Remembers which lines hold which batch. */
  Uni<Void> keep(SqlConnection transaction, List<SoldBatch> sold) {
    Tuple columns =
        Tuple.of(
            sold.stream().map(SoldBatch::batch).toArray(String[]::new),
            sold.stream().map(line -> line.product().system()).toArray(String[]::new),
            sold.stream().map(line -> line.product().code()).toArray(String[]::new),
            sold.stream().map(SoldBatch::saleId).toArray(UUID[]::new),
            sold.stream().map(SoldBatch::line).toArray(Integer[]::new),
            sold.stream().map(SoldBatch::quantity).toArray(Integer[]::new));
    return transaction.preparedQuery(KEEP_BATCHES).execute(columns).replaceWithVoid();
  }

  /**
   * Finds the sales that a recall concerns, and remembers them with it.
   *
   * @param codes under which the product was sold
   * @param among only these sales; all when absent
   */
  Uni<Void> collect(
      SqlConnection transaction,
      Recall recall,
      Collection<Code> codes,
      UUID @Nullable [] among,
      Instant now) {
    Tuple row =
        Tuple.of(
            recall.id(),
            recall.batch(),
            codes.stream().map(Code::system).toArray(String[]::new),
            codes.stream().map(Code::code).toArray(String[]::new),
            now.atOffset(ZoneOffset.UTC),
            among);
    return transaction.preparedQuery(COLLECT).execute(row).replaceWithVoid();
  }

  /** Those with packs outside, by sale, after the last one that was told. */
  Uni<List<Told>> toTell(
      SqlConnection transaction,
      UUID recallId,
      @Nullable UUID after,
      UUID @Nullable [] among,
      int limit) {
    return transaction
        .preparedQuery(TO_TELL)
        .execute(Tuple.of(recallId, after, among, limit))
        .map(rows -> rows.stream().map(RecalledSales::told).toList());
  }

  /** Newest first; one more than the page holds, where there are more. */
  Uni<List<RecalledSale>> list(SqlConnection transaction, Filter filter) {
    Cursor after = filter.after();
    return transaction
        .preparedQuery(PAGE)
        .execute(
            Tuple.of(
                filter.recallId(),
                filter.storeId(),
                after == null ? null : after.at().atOffset(ZoneOffset.UTC),
                after == null ? null : after.id(),
                filter.limit() + 1))
        .map(rows -> rows.stream().map(RecalledSales::recalled).toList());
  }

  private static Told told(Row row) {
    return new Told(
        row.getUUID("id"),
        row.getUUID("sale_id"),
        List.of(row.getArrayOfIntegers("lines")),
        row.getInteger("quantity"),
        row.getString("store_id"),
        row.getString("zone"),
        row.getString("country"),
        row.getString("region"),
        row.getUUID("customer_id"),
        time(row));
  }

  private static RecalledSale recalled(Row row) {
    String status = row.getString("status");
    int quantity = row.getInteger("quantity");
    int returned = row.getInteger("returned");
    return new RecalledSale(
        row.getUUID("sale_id"),
        row.getString("store_id"),
        row.getString("client_sale_id"),
        time(row),
        row.getUUID("customer_id"),
        status,
        List.of(row.getArrayOfIntegers("lines")),
        quantity,
        returned,
        status.equals("voided") ? 0 : quantity - returned);
  }

  private static Instant time(Row row) {
    OffsetDateTime time = row.getOffsetDateTime("occurred_at");
    return time.toInstant();
  }
}
