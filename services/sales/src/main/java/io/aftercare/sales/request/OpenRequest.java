package io.aftercare.sales.request;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.aftercare.kit.time.Ids;
import io.aftercare.sales.customer.MergedCustomers;
import io.aftercare.sales.sale.Purchase;
import io.aftercare.sales.sale.Purchases;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes on a service for a customer, once, however often it is asked for under its number. */
@ApplicationScoped
class OpenRequest {

  /**
   * What became of it.
   *
   * @param isNew whether this very call opened it
   */
  record Taken(ServiceRequest request, boolean isNew) {}

  private final Outbox outbox;
  private final ServiceRequests requests;
  private final Purchases purchases;
  private final PromiseTimes promises;
  private final MergedCustomers merged;
  private final AccessLog accessLog;
  private final Clock clock;

  OpenRequest(
      Outbox outbox,
      ServiceRequests requests,
      Purchases purchases,
      PromiseTimes promises,
      MergedCustomers merged,
      AccessLog accessLog,
      Clock clock) {
    this.outbox = outbox;
    this.requests = requests;
    this.purchases = purchases;
    this.promises = promises;
    this.merged = merged;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * The request, new or opened before under the same number; a problem when the sale is not the
   * store's, the promise cannot be made, or the number stands for something else.
   */
  Uni<Taken> open(Caller caller, NewRequest asked) {
    return outbox.inTransaction(
        transaction ->
            before(transaction, caller.storeId(), asked)
                .chain(
                    known ->
                        known
                            .map(opened -> Uni.createFrom().item(same(opened, asked)))
                            .orElseGet(() -> take(transaction, caller, asked)))
                .call(
                    taken ->
                        accessLog.read(
                            transaction,
                            caller,
                            "POST /service-requests",
                            taken.request().people())));
  }

  private Uni<Optional<ServiceRequests.Opened>> before(
      SqlConnection transaction, String storeId, NewRequest asked) {
    return asked.clientRequestId() == null
        ? Uni.createFrom().item(Optional.empty())
        : requests.find(transaction, storeId, asked.clientRequestId());
  }

  private static Taken same(ServiceRequests.Opened opened, NewRequest asked) {
    List<String> differs = opened.asked().differences(asked);
    if (!differs.isEmpty()) {
      throw Problems.conflicting(
              "another-request",
              "This clientRequestId stands for another request of this store; use a new one.")
          .with("fields", differs)
          .build();
    }
    return new Taken(opened.request(), false);
  }

  private Uni<Taken> take(SqlConnection transaction, Caller caller, NewRequest asked) {
    Instant promise = promises.promisable(asked.promise());
    return customer(transaction, caller.storeId(), asked)
        .map(customer -> opened(caller, asked, promise, customer.orElse(null)))
        .chain(request -> store(transaction, request, asked));
  }

  private Uni<Taken> store(SqlConnection transaction, ServiceRequest request, NewRequest asked) {
    return requests
        .insert(transaction, request, asked)
        .chain(
            stored ->
                stored
                    ? outbox
                        .append(transaction, List.of(RequestEvents.of(request, clock.instant())))
                        .replaceWith(new Taken(request, true))
                    // Somebody was quicker with the same number.
                    : before(transaction, request.storeId(), asked)
                        .map(known -> same(known.orElseThrow(), asked)));
  }

  /** Whom it is for: the sale's customer, else the one that was named. */
  private Uni<Optional<UUID>> customer(
      SqlConnection transaction, String storeId, NewRequest asked) {
    if (asked.saleId() == null) {
      return Uni.createFrom().item(Optional.ofNullable(asked.customerId()));
    }
    return purchases
        .find(transaction, asked.saleId())
        .map(found -> Optional.ofNullable(customer(own(found, storeId), asked.customerId())));
  }

  private @Nullable UUID customer(Purchase purchase, @Nullable UUID named) {
    UUID buyer = purchase.customerId();
    if (buyer != null && named != null && !merged.survivor(buyer).equals(merged.survivor(named))) {
      throw Problems.invalid("customerId", "must be the customer of the sale, or be left out");
    }
    return buyer == null ? named : buyer;
  }

  private static Purchase own(Optional<Purchase> found, String storeId) {
    Purchase purchase =
        found
            .filter(sold -> sold.storeId().equals(storeId))
            .orElseThrow(() -> Problems.invalid("saleId", "must be a sale of this store"));
    if (purchase.voided()) {
      throw Problems.conflict("sale-voided", "The sale was voided; no service belongs to it.");
    }
    return purchase;
  }

  private ServiceRequest opened(
      Caller caller, NewRequest asked, Instant promise, @Nullable UUID customer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ServiceRequest.State open = ServiceRequest.State.OPEN;
    return new ServiceRequest(
        Ids.next(),
        1,
        asked.kind(),
        open,
        caller.storeId(),
        asked.saleId(),
        customer,
        promise,
        now,
        caller.name(),
        List.of(new ServiceRequest.Step(now, open, caller.name(), null, promise)));
  }
}
