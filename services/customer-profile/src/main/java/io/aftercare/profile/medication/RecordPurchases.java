package io.aftercare.profile.medication;

import io.aftercare.kit.batch.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Keeps what customers bought. Told again it changes nothing; of an erased customer nothing is
 * kept.
 */
@ApplicationScoped
public class RecordPurchases {

  private static final String PURCHASES =
      """
      insert into purchase (sale_id, customer_id, store_id, sold_at, sold_on, voided, total, currency)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::date[], $6::boolean[],
        $7::numeric[], $8::text[]) as told (sale_id, customer_id, store_id, sold_at, sold_on, voided, total, currency)
      where not exists (select from customer c where c.id = told.customer_id and c.status = 'ERASED')
      on conflict (sale_id) do update set
        voided = excluded.voided, total = excluded.total, currency = excluded.currency
      """;

  private static final String FORGET_LINES = "delete from dispensing where sale_id = any($1)";

  private static final String LINES =
      """
      insert into dispensing (sale_id, line, customer_id, sold_on, system, code, name, atc, form, long_term,
        quantity, returned, days_supply)
      select told.sale_id, told.line, p.customer_id, p.sold_on, system, code, name, atc, form, long_term,
        quantity, returned, days_supply
      from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[],
        $9::int[], $10::int[], $11::int[])
        as told (sale_id, line, system, code, name, atc, form, long_term, quantity, returned, days_supply)
      join purchase p on p.sale_id = told.sale_id
      """;

  private record Sold(UUID saleId, Purchase.Line line) {}

  /** Puts these, each as it stands now, in place of what was known of them. */
  public Uni<Void> record(SqlConnection transaction, List<Purchase> purchases) {
    if (purchases.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Sold> lines =
        purchases.stream()
            .flatMap(
                purchase -> purchase.kept().stream().map(line -> new Sold(purchase.saleId(), line)))
            .toList();
    UUID[] sales = purchases.stream().map(Purchase::saleId).toArray(UUID[]::new);
    return transaction
        .preparedQuery(PURCHASES)
        .execute(purchases(purchases))
        .chain(() -> transaction.preparedQuery(FORGET_LINES).execute(Tuple.of(sales)))
        .chain(() -> transaction.preparedQuery(LINES).execute(lines(lines)))
        .replaceWithVoid();
  }

  private static Tuple purchases(List<Purchase> rows) {
    return Columns.of(rows)
        .with(UUID.class, Purchase::saleId)
        .with(UUID.class, Purchase::customerId)
        .with(String.class, Purchase::storeId)
        .withTime(Purchase::soldAt)
        .with(LocalDate.class, Purchase::soldOn)
        .with(Boolean.class, Purchase::voided)
        .with(BigDecimal.class, Purchase::total)
        .with(String.class, Purchase::currency)
        .tuple();
  }

  private static Tuple lines(List<Sold> rows) {
    return Columns.of(rows)
        .with(UUID.class, Sold::saleId)
        .with(Integer.class, row -> row.line().number())
        .with(String.class, row -> row.line().system())
        .with(String.class, row -> row.line().code())
        .with(String.class, row -> row.line().name())
        .with(String.class, row -> row.line().atc())
        .with(String.class, row -> row.line().form())
        .with(Boolean.class, row -> row.line().longTerm())
        .with(Integer.class, row -> row.line().quantity())
        .with(Integer.class, row -> row.line().returned())
        .with(Integer.class, row -> row.line().daysSupply())
        .tuple();
  }
}
