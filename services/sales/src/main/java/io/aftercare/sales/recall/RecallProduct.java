package io.aftercare.sales.recall;

import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.aftercare.kit.time.Ids;
import io.aftercare.sales.product.Gtin;
import io.aftercare.sales.product.Product;
import io.aftercare.sales.product.Product.Code;
import io.aftercare.sales.product.Products;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Recalls a batch of a product: finds every sale of it, under whichever code, and tells the house
 * of each that still has packs outside, all in one transaction.
 */
@ApplicationScoped
class RecallProduct {

  private static final Logger LOG = Logger.getLogger(RecallProduct.class);
  private static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";
  private static final String UNPRINTABLE = "must not hold control characters";

  /**
   * What must come back.
   *
   * @param system with {@code code}, any code of the product
   * @param batch as it stands on the pack (GS1 AI 10); capitals make no difference
   * @param reason why, for those who ask; no event carries it
   */
  record NewRecall(
      @NotNull @Pattern(regexp = "[a-z0-9-]{1,32}", message = "must be 1 to 32 of a-z 0-9 -")
          String system,
      @NotBlank @Size(max = 64) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String code,
      @NotBlank @Size(max = 20) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String batch,
      @NotBlank @Size(max = 500) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
          String reason) {

    /** For the API description. */
    static final String EXAMPLE =
        """
        {"system": "rxnorm", "code": "308182", "batch": "7K241", "reason": "particles in the capsules"}
        """;
  }

  /**
   * The recall as it stands.
   *
   * @param isNew false when the batch was recalled before
   */
  record Recalled(RecallView recall, boolean isNew) {}

  private final Outbox outbox;
  private final Recalls recalls;
  private final TellRecalledSales telling;
  private final Products products;
  private final Clock clock;

  RecallProduct(
      Outbox outbox, Recalls recalls, TellRecalledSales telling, Products products, Clock clock) {
    this.outbox = outbox;
    this.recalls = recalls;
    this.telling = telling;
    this.products = products;
    this.clock = clock;
  }

  /**
   * Recalls it; recalling the same batch again changes nothing.
   *
   * @param who the name that the person logs in with
   */
  Uni<Recalled> recall(String who, NewRecall asked) {
    checkCode(asked);
    Product product = products.find(asked.system(), asked.code()).orElse(null);
    Code given = new Code(asked.system(), asked.code());
    Code own = product == null ? given : product.own();
    List<Code> codes = product == null ? List.of(given) : product.allCodes();
    Recall recall = recall(who, asked, own, product);
    String trace = Event.currentTrace();
    return outbox
        .inTransaction(
            transaction ->
                RecallLock.ofRecall(transaction)
                    .chain(() -> recalls.insert(transaction, recall))
                    .call(
                        isNew ->
                            isNew
                                ? telling.tell(transaction, recall, codes, null, trace)
                                : Uni.createFrom().voidItem())
                    .chain(isNew -> view(transaction, recall, isNew)))
        .invoke(RecallProduct::log);
  }

  /** A slip in the code would find nothing, and nobody would be warned. */
  private static void checkCode(NewRecall asked) {
    String flaw = asked.system().equals(Gtin.SYSTEM) ? Gtin.flaw(asked.code()) : null;
    if (flaw != null) {
      throw Problems.invalid("code", flaw);
    }
  }

  private Recall recall(String who, NewRecall asked, Code own, @Nullable Product product) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Recall(
        Ids.next(),
        own.system(),
        own.code(),
        product == null ? null : product.name(),
        Recall.batch(asked.batch()),
        asked.reason(),
        now,
        who);
  }

  private Uni<Recalled> view(SqlConnection transaction, Recall recall, boolean isNew) {
    Uni<UUID> id =
        isNew
            ? Uni.createFrom().item(recall.id())
            : recalls
                .find(transaction, List.of(new Recalls.Key(recall.batch(), recall.product())))
                .map(before -> before.getFirst().id());
    return id.chain(known -> recalls.find(transaction, known))
        .map(found -> new Recalled(found.orElseThrow(), isNew));
  }

  private static void log(Recalled recalled) {
    RecallView recall = recalled.recall();
    if (recalled.isNew()) {
      LOG.infof(
          "Recalled, recall=%s product=%s %s batch=%s sales=%d",
          recall.id(), recall.system(), recall.code(), recall.batch(), recall.sales());
    }
  }
}
