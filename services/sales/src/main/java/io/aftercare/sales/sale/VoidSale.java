package io.aftercare.sales.sale;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.sales.customer.MergedCustomers;
import io.aftercare.sales.habit.Firsts;
import io.aftercare.sales.habit.UsualMedicines;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Undoes a sale that should not have been rung up; it stays on record as voided, for good. */
@ApplicationScoped
class VoidSale {

  /** Why it is undone. */
  record NewVoid(
      @NotBlank @Size(max = 200) @Pattern(regexp = NewSale.PRINTABLE, message = NewSale.UNPRINTABLE)
          String reason) {}

  private final Outbox outbox;
  private final Sales sales;
  private final Firsts firsts;
  private final UsualMedicines usual;
  private final MergedCustomers merged;
  private final AccessLog accessLog;
  private final Clock clock;

  VoidSale(
      Outbox outbox,
      Sales sales,
      Firsts firsts,
      UsualMedicines usual,
      MergedCustomers merged,
      AccessLog accessLog,
      Clock clock) {
    this.outbox = outbox;
    this.sales = sales;
    this.firsts = firsts;
    this.usual = usual;
    this.merged = merged;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /** The voided sale; voiding it again changes nothing. */
  Uni<Sale> undo(Caller caller, UUID id, NewVoid request) {
    return outbox.inTransaction(
        transaction ->
            sales
                .lock(transaction, id)
                .map(found -> StoreScope.own(found, caller.storeId(), id))
                .chain(sale -> store(transaction, sale, request.reason()))
                .call(
                    sale ->
                        accessLog.read(
                            transaction, caller, "POST /sales/{id}/void", sale.people())));
  }

  private Uni<Sale> store(SqlConnection transaction, Sale sale, String reason) {
    if (sale.status() == Sale.Status.VOIDED) {
      return Uni.createFrom().item(sale);
    }
    Sale voided = sale.voided(reason);
    Event event = SaleEvents.of(voided, clock.instant(), Event.currentTrace());
    return sales
        .update(transaction, voided)
        .chain(() -> forget(transaction, voided))
        .chain(() -> outbox.append(transaction, List.of(event)))
        .replaceWith(voided);
  }

  private Uni<Void> forget(SqlConnection transaction, Sale voided) {
    UUID customer = voided.posted().customerId();
    if (customer == null) {
      return Uni.createFrom().voidItem();
    }
    UUID person = merged.survivor(customer);
    return firsts
        .giveUp(transaction, person, voided.id())
        .chain(() -> usual.forget(transaction, person, voided.id()));
  }
}
