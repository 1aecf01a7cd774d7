package io.aftercare.sales.sale;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.time.Ids;
import io.aftercare.sales.habit.Firsts;
import io.aftercare.sales.habit.Habits;
import io.aftercare.sales.habit.UsualMedicines;
import io.aftercare.sales.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks at a sale before it is made: its marks, what to ask and tell, and what speaks against. */
@ApplicationScoped
class PreviewSale {

  /**
   * What lies on the counter.
   *
   * @param occurredAt now where absent
   * @param buyer the customer where absent
   * @param allergies as the customer's file has them
   */
  record Basket(
      @Nullable UUID customerId,
      @Nullable OffsetDateTime occurredAt,
      NewSale.@Nullable Buyer buyer,
      @NotNull @Size(min = 1, max = 200) List<NewSale.@NotNull @Valid Line> lines,
      @Nullable @Size(max = 100) List<AllergyWarning.@NotNull @Valid Allergy> allergies) {}

  /**
   * What is seen.
   *
   * @param points what the catalogue has to tell of a line, in the language asked for or else in
   *     the first it has
   */
  record Preview(
      SaleView.Marks marks,
      Checklist checklist,
      List<Point> points,
      List<AllergyWarning> warnings) {}

  record Point(int line, String text) {}

  private final Pool pool;
  private final Firsts firsts;
  private final UsualMedicines usual;
  private final Appraisal appraisal;
  private final AccessLog accessLog;
  private final Clock clock;

  PreviewSale(
      Pool pool,
      Firsts firsts,
      UsualMedicines usual,
      Appraisal appraisal,
      AccessLog accessLog,
      Clock clock) {
    this.pool = pool;
    this.firsts = firsts;
    this.usual = usual;
    this.appraisal = appraisal;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /** What the sale would be if it were posted now; nothing is kept but who looked. */
  Uni<Preview> look(Caller caller, Store store, Basket basket, @Nullable String language) {
    NewSale sale = sale(store, basket);
    List<AllergyWarning.Allergy> allergies =
        basket.allergies() == null ? List.of() : basket.allergies();
    return pool.withTransaction(
            transaction ->
                appraise(transaction, sale, store)
                    .call(
                        seen ->
                            accessLog.read(
                                transaction, caller, "POST /sales/preview", seen.people())))
        .map(
            seen ->
                new Preview(
                    SaleView.Marks.of(seen),
                    Checklist.of(seen),
                    points(basket, language),
                    AllergyWarning.of(seen, allergies)));
  }

  private List<Point> points(Basket basket, @Nullable String language) {
    return IntStream.rangeClosed(1, basket.lines().size())
        .boxed()
        .flatMap(
            line ->
                appraisal.known(basket.lines().get(line - 1)).stream()
                    .flatMap(product -> product.points(language).stream())
                    .map(text -> new Point(line, text)))
        .toList();
  }

  private Uni<Sale> appraise(SqlConnection transaction, NewSale sale, Store store) {
    UUID id = Ids.next();
    if (sale.customerId() == null) {
      return Uni.createFrom()
          .item(() -> appraisal.appraise(id, sale, store, Set.of(), Habits.UNKNOWN));
    }
    return Uni.combine()
        .all()
        .unis(
            firsts.open(
                transaction, appraisal.person(sale.customerId()), appraisal.possibleFirsts(sale)),
            usual.look(transaction, appraisal.dispensings(id, sale, store)))
        .with((open, habits) -> appraisal.appraise(id, sale, store, open, habits));
  }

  private NewSale sale(Store store, Basket basket) {
    return new NewSale(
        "preview",
        basket.occurredAt() == null
            ? OffsetDateTime.now(clock.withZone(store.zone()))
            : basket.occurredAt(),
        basket.customerId(),
        basket.buyer() == null ? NewSale.Buyer.SELF : basket.buyer(),
        basket.lines(),
        store.currency(),
        null,
        null,
        null,
        null);
  }
}
