package io.aftercare.sales.sale;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes back all or some of what a sale sold; what came back cannot come back again. */
@ApplicationScoped
class ReturnSale {

  /**
   * What came back.
   *
   * @param clientReturnId the store's own number for the return; the same again is the same return
   * @param lines all that is left of the sale where absent
   */
  record NewReturn(
      @Nullable
          @Pattern(
              regexp = "[A-Za-z0-9._-]{1,64}",
              message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
          String clientReturnId,
      @Nullable @Size(min = 1, max = 200) List<@NotNull @Valid ReturnedLine> lines,
      @NotBlank @Size(max = 200) @Pattern(regexp = NewSale.PRINTABLE, message = NewSale.UNPRINTABLE)
          String reason) {}

  /** Packs of one line; lines are counted from 1. */
  record ReturnedLine(@NotNull @Positive Integer line, @NotNull @Positive Integer quantity) {}

  private final Outbox outbox;
  private final Sales sales;
  private final AccessLog accessLog;
  private final Clock clock;

  ReturnSale(Outbox outbox, Sales sales, AccessLog accessLog, Clock clock) {
    this.outbox = outbox;
    this.sales = sales;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * The sale after the return; a problem when it is not the store's, voided, or has not that much
   * left.
   */
  Uni<Sale> takeBack(Caller caller, UUID id, NewReturn back) {
    return outbox.inTransaction(
        transaction ->
            sales
                .lock(transaction, id)
                .map(found -> StoreScope.own(found, caller.storeId(), id))
                .chain(sale -> store(transaction, sale, back))
                .call(
                    sale ->
                        accessLog.read(
                            transaction, caller, "POST /sales/{id}/return", sale.people())));
  }

  private Uni<Sale> store(SqlConnection transaction, Sale sale, NewReturn back) {
    if (isRepeated(sale, back)) {
      return Uni.createFrom().item(sale);
    }
    Sale changed =
        sale.returning(
            new Sale.Return(
                back.clientReturnId(), quantities(sale, back), back.reason(), clock.instant()));
    return sales
        .update(transaction, changed)
        .chain(
            () ->
                outbox.append(
                    transaction,
                    List.of(SaleEvents.of(changed, clock.instant(), Event.currentTrace()))))
        .replaceWith(changed);
  }

  /** A retry after a lost answer: the same number, or everything again when everything is back. */
  private static boolean isRepeated(Sale sale, NewReturn back) {
    if (back.clientReturnId() != null) {
      return sale.returns().stream()
          .anyMatch(before -> back.clientReturnId().equals(before.clientReturnId()));
    }
    return back.lines() == null
        && sale.status() == Sale.Status.RETURNED
        && whatIsLeft(sale).isEmpty();
  }

  private static Map<Integer, Integer> quantities(Sale sale, NewReturn back) {
    if (sale.status() == Sale.Status.VOIDED) {
      throw Problems.conflict("sale-voided", "The sale was voided; there is nothing to return.");
    }
    if (back.lines() == null) {
      return whatIsLeft(sale);
    }
    Map<Integer, Integer> quantities = new TreeMap<>();
    for (int i = 0; i < back.lines().size(); i++) {
      ReturnedLine returned = back.lines().get(i);
      if (returned.line() > sale.posted().lines().size()) {
        throw Problems.invalid(
            "lines[%d].line".formatted(i),
            "must be from 1 to %d, the lines of this sale".formatted(sale.posted().lines().size()));
      }
      int total = quantities.merge(returned.line(), returned.quantity(), Integer::sum);
      if (total > sale.leftOf(returned.line())) {
        throw Problems.conflict(
            "already-returned",
            "Of line %d only %d are left to return."
                .formatted(returned.line(), sale.leftOf(returned.line())));
      }
    }
    return quantities;
  }

  private static Map<Integer, Integer> whatIsLeft(Sale sale) {
    Map<Integer, Integer> left = new TreeMap<>();
    for (int line = 1; line <= sale.posted().lines().size(); line++) {
      if (sale.leftOf(line) > 0) {
        left.put(line, sale.leftOf(line));
      }
    }
    return left;
  }
}
