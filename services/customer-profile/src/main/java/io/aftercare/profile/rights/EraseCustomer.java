package io.aftercare.profile.rights;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.customer.CustomerEvents;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets a customer: the key of their file is destroyed and every row of theirs is deleted, in all
 * files that were merged with it. What a suspected adverse reaction holds stays under the bare id,
 * until the hold is released.
 */
@ApplicationScoped
class EraseCustomer {

  private static final Logger LOG = Logger.getLogger(EraseCustomer.class);

  /**
   * What was done.
   *
   * @param customers the customer's files, that of the request and those merged with it
   * @param heldFor suspected adverse reactions that keep something back
   * @param held the tables that are kept for them, without anything that names the person
   */
  record Erasure(Set<UUID> customers, List<UUID> heldFor, List<String> held) {}

  private record Held(List<UUID> reactions, List<String> tables) {}

  private final Scoped scoped;
  private final Outbox outbox;
  private final ErasedRows rows;
  private final LegalHolds holds;
  private final ErasureLedger ledger;
  private final Set<String> heldTables;
  private final Clock clock;

  EraseCustomer(
      Scoped scoped,
      Outbox outbox,
      ErasedRows rows,
      LegalHolds holds,
      ErasureLedger ledger,
      @ConfigProperty(name = "aftercare.erasure.held-tables") Set<String> heldTables,
      Clock clock) {
    this.scoped = scoped;
    this.outbox = outbox;
    this.rows = rows;
    this.holds = holds;
    this.ledger = ledger;
    this.heldTables = heldTables;
    this.clock = clock;
  }

  /**
   * Completes once it is committed; asked again, it erases what has come since.
   *
   * @param askedBy the subject of who does it
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there never was such
   *     a customer
   */
  Uni<Erasure> erase(UUID customer, String askedBy) {
    Instant now = clock.instant();
    return scoped
        .inTransaction(new Reach.House(), transaction -> rows.samePerson(transaction, customer))
        // The ledger comes first: a database restored from before this is told by it.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(files -> enter(files, customer, now))
        .chain(files -> again(files, askedBy));
  }

  private void enter(List<UUID> files, UUID customer, Instant now) {
    if (files.isEmpty()) {
      throw Problems.notFound("customer", customer);
    }
    ledger.add(files, now);
  }

  /** Erases those who are in the ledger, without another entry. */
  Uni<Erasure> again(Collection<UUID> files, String askedBy) {
    return scoped.inTransaction(
        new Reach.House(),
        transaction ->
            held(transaction, files)
                .call(held -> erase(transaction, files, held.tables(), askedBy))
                .map(held -> new Erasure(Set.copyOf(files), held.reactions(), held.tables())));
  }

  private Uni<Held> held(SqlConnection transaction, Collection<UUID> files) {
    return holds
        .standing(transaction, files)
        .chain(
            reactions ->
                rows.held(transaction, reactions.isEmpty() ? Set.of() : heldTables)
                    .map(tables -> new Held(reactions, tables)));
  }

  private Uni<Void> erase(
      SqlConnection transaction, Collection<UUID> files, Collection<String> kept, String askedBy) {
    Instant now = clock.instant();
    return rows.living(transaction, files)
        .chain(living -> rows.erase(transaction, living, kept))
        .call(
            erased ->
                outbox.append(
                    transaction,
                    erased.stream()
                        .map(
                            each ->
                                CustomerEvents.erased(each.id(), each.version(), each.zone(), now))
                        .toList()))
        .call(() -> rows.note(transaction, files, now, askedBy))
        .invoke(
            erased ->
                erased.forEach(
                    each -> LOG.infof("Customer erased, customer=%s by=%s", each.id(), askedBy)))
        .replaceWithVoid();
  }

  /**
   * Lets go of what a suspicion held; of an erased customer nothing is left then.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when nothing is held for
   *     it
   */
  Uni<Void> release(UUID customer, UUID reaction) {
    return scoped.inTransaction(
        new Reach.House(),
        transaction ->
            holds
                .release(transaction, reaction, customer, clock.instant())
                .invoke(released -> found(released, reaction))
                .chain(() -> rows.samePerson(transaction, customer))
                .chain(files -> forgetRest(transaction, files)));
  }

  private static void found(boolean released, UUID reaction) {
    if (!released) {
      throw Problems.notFound("legal hold", reaction);
    }
  }

  private Uni<Void> forgetRest(SqlConnection transaction, List<UUID> files) {
    return holds
        .standing(transaction, files)
        .chain(
            standing ->
                rows.living(transaction, files)
                    .map(living -> standing.isEmpty() && living.isEmpty()))
        .chain(free -> free ? rows.forgetRest(transaction, files) : Uni.createFrom().voidItem());
  }
}
