package io.aftercare.sales.receipt;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.sales.request.ServiceRequest;
import io.aftercare.sales.request.ServiceRequests;
import io.aftercare.sales.sale.Purchase;
import io.aftercare.sales.sale.Purchases;
import io.aftercare.sales.store.Stores;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows the receipt that a link leads to, as things stand now, and records that it was shown. */
@ApplicationScoped
class OpenReceipt {

  /** Who reads here: whoever was given the link. */
  private static final String READER = "receipt-link";

  private final Pool pool;
  private final ReceiptLinks links;
  private final Purchases purchases;
  private final ServiceRequests requests;
  private final Stores stores;
  private final CounsellingPoints points;
  private final AccessLog accessLog;
  private final Clock clock;

  OpenReceipt(
      Pool pool,
      ReceiptLinks links,
      Purchases purchases,
      ServiceRequests requests,
      Stores stores,
      CounsellingPoints points,
      AccessLog accessLog,
      Clock clock) {
    this.pool = pool;
    this.links = links;
    this.purchases = purchases;
    this.requests = requests;
    this.stores = stores;
    this.points = points;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * The receipt; empty when the link is unknown or its time is over, which nobody can tell apart.
   *
   * @param what the endpoint, for the record of who read what
   */
  Uni<Optional<ReceiptText>> open(String token, String what) {
    Optional<LinkToken> possible = LinkToken.of(token);
    if (possible.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return pool.withTransaction(
        transaction ->
            links
                .find(transaction, possible.get())
                .chain(
                    link ->
                        link.map(known -> receipt(transaction, known, what))
                            .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
  }

  private Uni<Optional<ReceiptText>> receipt(
      SqlConnection transaction, ReceiptLinks.Link link, String what) {
    return purchases
        .find(transaction, link.saleId())
        .map(Optional::orElseThrow)
        .call(sold -> accessLog.read(transaction, READER, what, sold.people()))
        .chain(
            sold ->
                requests
                    .ofSale(transaction, sold.id())
                    .map(promised -> Optional.of(compose(link, sold, promised))));
  }

  private ReceiptText compose(
      ReceiptLinks.Link link, Purchase sold, List<ServiceRequest> promised) {
    Pharmacy pharmacy = stores.find(sold.storeId()).map(Pharmacy::of).orElseThrow();
    return new ComposeReceipt(
            link.language(),
            sold,
            pharmacy,
            item -> points.of(item.system(), item.code(), link.language()))
        .compose(promised, clock.instant(), link.expiresAt());
  }
}
