package io.aftercare.sales.recall;

import io.aftercare.kit.page.Cursor;
import io.aftercare.sales.product.Product.Code;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The recalls, with how far each has come. */
@ApplicationScoped
class Recalls {

  /** A batch as a recall names it. */
  record Key(String batch, Code product) {}

  private static final String INSERT =
      """
      insert into recall (id, system, code, product_name, batch, reason, recalled_at, recalled_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (batch, system, code) do nothing
      """;

  private static final String BY_KEY =
      """
      select r.* from recall r
      where (r.batch, r.system, r.code) in (select * from unnest($1::text[], $2::text[], $3::text[]))
      """;

  private static final String WITH_REACH =
      """
      select r.*, reach.* from recall r cross join lateral (
        select count(*)::int as sales, count(distinct s.customer_id)::int as customers,
          (count(*) filter (where s.customer_id is null))::int as anonymous_sales,
          coalesce(sum(c.quantity), 0)::int as packs, coalesce(sum(back.packs), 0)::int as returned
        from recalled_sale c join sale s on s.id = c.sale_id cross join lateral (
      """
          + RecalledSales.PACKS_BACK
          + """
        ) back
        where c.recall_id = r.id and s.status <> 'voided') reach
      """;

  private static final String ONE = WITH_REACH + " where r.id = $1";

  private static final String PAGE =
      WITH_REACH
          + """
           where ($1::text is null or r.batch = $1)
            and ($2::timestamptz is null or (r.recalled_at, r.id) < ($2, $3::uuid))
          order by r.recalled_at desc, r.id desc limit $4
          """;

  /** Whether it is new; the same batch is recalled once. */
  Uni<Boolean> insert(SqlConnection transaction, Recall recall) {
    Tuple row = Tuple.of(recall.id(), recall.system(), recall.code(), recall.productName());
    row.addString(recall.batch()).addString(recall.reason());
    row.addOffsetDateTime(recall.recalledAt().atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(INSERT)
        .execute(row.addString(recall.recalledBy()))
        .map(inserted -> inserted.rowCount() == 1);
  }

  /** Those of the batches that are recalled. */
  Uni<List<Recall>> find(SqlConnection transaction, List<Key> batches) {
    return transaction
        .preparedQuery(BY_KEY)
        .execute(
            Tuple.of(
                batches.stream().map(Key::batch).toArray(String[]::new),
                batches.stream().map(key -> key.product().system()).toArray(String[]::new),
                batches.stream().map(key -> key.product().code()).toArray(String[]::new)))
        .map(rows -> rows.stream().map(Recalls::recall).toList());
  }

  Uni<Optional<RecallView>> find(SqlClient client, UUID id) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(rows -> views(rows).stream().findFirst());
  }

  /** Newest first; one more than the page holds, where there are more. */
  Uni<List<RecallView>> list(SqlClient client, RecallQuery.Filter filter) {
    Cursor after = filter.after();
    return client
        .preparedQuery(PAGE)
        .execute(
            Tuple.of(
                filter.batch(),
                after == null ? null : after.at().atOffset(ZoneOffset.UTC),
                after == null ? null : after.id(),
                filter.limit() + 1))
        .map(Recalls::views);
  }

  private static List<RecallView> views(RowSet<Row> rows) {
    return rows.stream().map(Recalls::view).toList();
  }

  private static Recall recall(Row row) {
    return new Recall(
        row.getUUID("id"),
        row.getString("system"),
        row.getString("code"),
        row.getString("product_name"),
        row.getString("batch"),
        row.getString("reason"),
        row.getOffsetDateTime("recalled_at").toInstant(),
        row.getString("recalled_by"));
  }

  private static RecallView view(Row row) {
    Recall recall = recall(row);
    int packs = row.getInteger("packs");
    int returned = row.getInteger("returned");
    return new RecallView(
        recall.id(),
        recall.system(),
        recall.code(),
        recall.productName(),
        recall.batch(),
        recall.reason(),
        recall.recalledAt(),
        recall.recalledBy(),
        row.getInteger("sales"),
        row.getInteger("customers"),
        row.getInteger("anonymous_sales"),
        packs,
        returned,
        packs - returned);
  }
}
