package io.aftercare.sales.receipt;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.sales.sale.Purchase;
import io.aftercare.sales.sale.Purchases;
import io.aftercare.sales.store.Stores;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes a link to a sale's receipt for the customer; another each time it is asked for. */
@ApplicationScoped
class IssueLink {

  /**
   * The link as it is handed over, once: afterwards nobody here knows it.
   *
   * @param expiresAt from when on it opens nothing
   */
  record Issued(String url, String pdfUrl, Language language, Instant expiresAt) {}

  private final Pool pool;
  private final Purchases purchases;
  private final Stores stores;
  private final ReceiptLinks links;
  private final AccessLog accessLog;
  private final Clock clock;
  private final String publicUrl;
  private final Duration life;

  IssueLink(
      Pool pool,
      Purchases purchases,
      Stores stores,
      ReceiptLinks links,
      AccessLog accessLog,
      Clock clock,
      @ConfigProperty(name = "aftercare.sales.receipt.public-url") String publicUrl,
      @ConfigProperty(name = "aftercare.sales.receipt.link-life") Duration life) {
    this.pool = pool;
    this.purchases = purchases;
    this.stores = stores;
    this.links = links;
    this.accessLog = accessLog;
    this.clock = clock;
    this.publicUrl = publicUrl.replaceFirst("/+$", "");
    this.life = life;
  }

  /**
   * A new link to the receipt; a problem when the sale is not the store's.
   *
   * @param asked the language; the store's usual one when null
   */
  Uni<Issued> issue(Caller caller, UUID saleId, @Nullable Language asked) {
    String storeId = caller.storeId();
    LinkToken token = LinkToken.random();
    return pool.withTransaction(
        transaction ->
            purchases
                .find(transaction, saleId)
                .map(
                    found ->
                        found
                            .filter(sold -> sold.storeId().equals(storeId))
                            .orElseThrow(() -> Problems.notFound("sale", saleId)))
                .call(
                    sold ->
                        accessLog.read(
                            transaction, caller, "POST /sales/{id}/receipt", sold.people()))
                .map(sold -> link(sold, asked))
                .call(link -> links.insert(transaction, token, link))
                .map(link -> issued(token, link)));
  }

  private ReceiptLinks.Link link(Purchase sold, @Nullable Language asked) {
    Instant end = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(life);
    return new ReceiptLinks.Link(sold.id(), asked == null ? usual(sold.storeId()) : asked, end);
  }

  private Language usual(String storeId) {
    return stores
        .find(storeId)
        .map(store -> Language.firstOf(Pharmacy.of(store).languages()))
        .orElse(Language.EN);
  }

  private Issued issued(LinkToken token, ReceiptLinks.Link link) {
    String url = publicUrl + "/receipts/" + token.text();
    return new Issued(url, url + ".pdf", link.language(), link.expiresAt());
  }
}
