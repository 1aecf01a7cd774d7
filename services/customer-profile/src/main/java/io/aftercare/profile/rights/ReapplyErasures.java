package io.aftercare.profile.rights;

import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Erases again whom the ledger knows and the database still does: it was restored from a time
 * before. It happens at each start, before anybody is served, and when it is asked for.
 */
@ApplicationScoped
class ReapplyErasures {

  private static final Logger LOG = Logger.getLogger(ReapplyErasures.class);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A restored database knows those again who were erased since it was copied: a few. */
  private static final String BY = "erasure-ledger";

  private final Scoped scoped;
  private final ErasedRows rows;
  private final ErasureLedger ledger;
  private final EraseCustomer eraseCustomer;

  ReapplyErasures(
      Scoped scoped, ErasedRows rows, ErasureLedger ledger, EraseCustomer eraseCustomer) {
    this.scoped = scoped;
    this.rows = rows;
    this.ledger = ledger;
    this.eraseCustomer = eraseCustomer;
  }

  void atStart(@Observes StartupEvent start) {
    reapply().await().atMost(PATIENCE);
  }

  /** How many were erased again. */
  Uni<Integer> reapply() {
    return Uni.createFrom()
        .item(ledger::customers)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(this::returned)
        .call(
            returned ->
                returned.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : eraseCustomer.again(returned, BY))
        .map(List::size)
        .invoke(ReapplyErasures::log);
  }

  private Uni<List<UUID>> returned(Set<UUID> erased) {
    return erased.isEmpty()
        ? Uni.createFrom().item(List.of())
        : scoped.inTransaction(new Reach.House(), transaction -> rows.living(transaction, erased));
  }

  private static void log(int again) {
    if (again > 0) {
      LOG.warnf("Erased again after a restore, customers=%d", again);
    }
  }
}
