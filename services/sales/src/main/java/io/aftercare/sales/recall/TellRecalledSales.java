package io.aftercare.sales.recall;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.sales.product.Product.Code;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the sales that a recall concerns and tells of each that still has packs outside. */
@ApplicationScoped
class TellRecalledSales {

  /** A recall may concern more sales than fit in memory: they are told page by page. */
  private static final int PAGE = 1_000;

  /** What goes on from page to page. */
  private record Telling(
      Recall recall, UUID @Nullable [] among, Instant now, @Nullable String traceparent) {}

  private final RecalledSales sales;
  private final Outbox outbox;
  private final Clock clock;

  TellRecalledSales(RecalledSales sales, Outbox outbox, Clock clock) {
    this.sales = sales;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * In the transaction of the change that brings recall and sales together.
   *
   * @param codes under which the product was sold
   * @param among only these sales; all when absent
   */
  Uni<Void> tell(
      SqlConnection transaction,
      Recall recall,
      Collection<Code> codes,
      UUID @Nullable [] among,
      @Nullable String traceparent) {
    Telling telling = new Telling(recall, among, clock.instant(), traceparent);
    return sales
        .collect(transaction, recall, codes, among, telling.now())
        .chain(() -> tellAfter(transaction, telling, null));
  }

  private Uni<Void> tellAfter(SqlConnection transaction, Telling telling, @Nullable UUID last) {
    return sales
        .toTell(transaction, telling.recall().id(), last, telling.among(), PAGE)
        .chain(
            page -> {
              Uni<Void> told =
                  outbox.append(
                      transaction,
                      page.stream()
                          .map(
                              sale ->
                                  RecallEvents.of(
                                      telling.recall(), sale, telling.now(), telling.traceparent()))
                          .toList());
              return page.size() < PAGE
                  ? told
                  : told.chain(() -> tellAfter(transaction, telling, lastOf(page)));
            });
  }

  private static UUID lastOf(List<RecalledSales.Told> page) {
    return page.getLast().saleId();
  }
}
