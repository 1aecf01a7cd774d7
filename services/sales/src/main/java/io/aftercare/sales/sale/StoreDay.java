package io.aftercare.sales.sale;

import io.aftercare.sales.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store's sales of one day by the clock on its wall, in figures. */
@ApplicationScoped
public class StoreDay {

  /**
   * The figures. A voided sale counts as voided and nowhere else.
   *
   * @param sales that were not voided
   * @param returned of those, wholly or in part
   * @param late of those, recorded more than a day after they were sold
   * @param totals of what was sold less what came back, a currency each
   * @param recognised sales to a known customer
   * @param counselled sales at which something was asked or told
   * @param counsellingDeclined sales at which the customer did not want it
   * @param counsellingRate part of the sales that were counselled or declined, 0 to 1; absent
   *     without sales
   * @param unacknowledged sales with a warning that was shown and that nobody took upon them, in
   *     the order they were sold; voided ones too, because they are looked into all the same
   * @param refused what the store uploaded that day, was refused, and has not been mended
   */
  public record Figures(
      LocalDate date,
      ZoneId zone,
      int sales,
      int returned,
      int voided,
      int late,
      List<Total> totals,
      int recognised,
      int anonymous,
      int counselled,
      int counsellingDeclined,
      @Nullable BigDecimal counsellingRate,
      List<Unacknowledged> unacknowledged,
      List<RefusedSales.Refused> refused) {}

  /** A sale that the store looks into; what the warning was about stands in the sale. */
  public record Unacknowledged(UUID saleId, String clientSaleId, OffsetDateTime occurredAt) {}

  /** Money of one currency. */
  public record Total(String currency, BigDecimal total) {}

  private final Pool pool;
  private final Sales sales;
  private final RefusedSales refused;

  StoreDay(Pool pool, Sales sales, RefusedSales refused) {
    this.pool = pool;
    this.sales = sales;
    this.refused = refused;
  }

  /** The figures of a date by the store's clock, whether it had 24 hours or not. */
  public Uni<Figures> look(Store store, LocalDate date) {
    OffsetDateTime from = date.atStartOfDay(store.zone()).toOffsetDateTime();
    OffsetDateTime to = date.plusDays(1).atStartOfDay(store.zone()).toOffsetDateTime();
    return Uni.combine()
        .all()
        .unis(
            pool.withConnection(connection -> sales.between(connection, store.id(), from, to)),
            refused.open(store.id(), from, to))
        .with((sold, toMend) -> figures(date, store.zone(), sold, toMend));
  }

  private static Figures figures(
      LocalDate date, ZoneId zone, List<Sale> all, List<RefusedSales.Refused> toMend) {
    List<Sale> sold = all.stream().filter(sale -> sale.status() != Sale.Status.VOIDED).toList();
    int recognised = count(sold.stream().filter(sale -> sale.posted().customerId() != null));
    int counselled = count(sold.stream().filter(StoreDay::isCounselled));
    int declined = count(sold.stream().filter(StoreDay::isDeclined));
    return new Figures(
        date,
        zone,
        sold.size(),
        count(sold.stream().filter(sale -> sale.status() == Sale.Status.RETURNED)),
        all.size() - sold.size(),
        count(sold.stream().filter(Sale::isRecordedLate)),
        totals(sold),
        recognised,
        sold.size() - recognised,
        counselled,
        declined,
        rate(counselled + declined, sold.size()),
        unacknowledged(all),
        toMend);
  }

  private static boolean isCounselled(Sale sale) {
    NewSale.Counselling counselling = sale.posted().counselling();
    return counselling != null
        && !isDeclined(sale)
        && !(counselling.asked().isEmpty() && counselling.told().isEmpty());
  }

  private static boolean isDeclined(Sale sale) {
    NewSale.Counselling counselling = sale.posted().counselling();
    return counselling != null && Boolean.TRUE.equals(counselling.declined());
  }

  private static List<Unacknowledged> unacknowledged(List<Sale> all) {
    return all.stream()
        .filter(sale -> sale.posted().leftWarningOpen())
        .map(
            sale ->
                new Unacknowledged(
                    sale.id(), sale.posted().clientSaleId(), sale.posted().occurredAt()))
        .sorted(
            Comparator.comparing((Unacknowledged sale) -> sale.occurredAt().toInstant())
                .thenComparing(Unacknowledged::saleId))
        .toList();
  }

  private static List<Total> totals(List<Sale> sold) {
    Map<String, BigDecimal> byCurrency = new TreeMap<>();
    sold.forEach(
        sale -> byCurrency.merge(sale.posted().currency(), sale.totalLeft(), BigDecimal::add));
    return byCurrency.entrySet().stream()
        .map(entry -> new Total(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static @Nullable BigDecimal rate(int part, int whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP);
  }

  private static int count(Stream<?> which) {
    return Math.toIntExact(which.count());
  }
}
