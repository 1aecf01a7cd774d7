package io.aftercare.followup.reaction;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.HeldCalls;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Reasons;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Suspicions as people read them; who read of whom is on record in the reading transaction. */
@ApplicationScoped
class ReadReactions {

  private final Pool pool;
  private final Reactions reactions;
  private final SoldMedicines soldMedicines;
  private final KnownCustomers customers;
  private final Calls calls;
  private final AccessLog accessLog;

  ReadReactions(
      Pool pool,
      Reactions reactions,
      SoldMedicines soldMedicines,
      KnownCustomers customers,
      Calls calls,
      AccessLog accessLog) {
    this.pool = pool;
    this.reactions = reactions;
    this.soldMedicines = soldMedicines;
    this.customers = customers;
    this.calls = calls;
    this.accessLog = accessLog;
  }

  Uni<List<Reaction>> list(Reactions.Filter filter, String reader) {
    return pool.withTransaction(
        transaction ->
            reactions
                .list(transaction, filter)
                .call(
                    found ->
                        accessLog.read(
                            transaction,
                            reader,
                            Reasons.CLINICAL,
                            "GET /reactions",
                            found.stream().map(Reaction::customerId).distinct().toList())));
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none
   */
  Uni<Reaction> one(UUID id, String reader) {
    return pool.withTransaction(
        transaction ->
            reactions
                .find(transaction, id)
                .call(
                    found ->
                        accessLog.read(
                            transaction,
                            reader,
                            Reasons.CLINICAL,
                            "GET /reactions/{id}",
                            List.of(found.customerId()))));
  }

  /**
   * As the authority's form wants it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none
   */
  Uni<SafetyReport> export(UUID id, String reader) {
    return pool.withTransaction(
        transaction ->
            reactions
                .find(transaction, id)
                .call(
                    found ->
                        accessLog.read(
                            transaction,
                            reader,
                            Reasons.CLINICAL,
                            "GET /reactions/{id}/export",
                            List.of(found.customerId())))
                .chain(
                    found ->
                        customers
                            .resolve(transaction, List.of(found.customerId()))
                            .map(
                                resolved ->
                                    SafetyReport.of(
                                        found, resolved.get(found.customerId()).customer()))));
  }

  /**
   * What we sold to the customer of a call.
   *
   * @param any may read of any call; others only of the one they hold
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such call
   *     or it is not the reader's
   */
  Uni<List<SoldMedicines.Sold>> suspects(UUID call, String reader, boolean any) {
    return pool.withTransaction(
        transaction ->
            calls
                .lock(transaction, List.of(call))
                .map(found -> theirs(found, call, reader, any))
                .chain(
                    found ->
                        accessLog
                            .read(
                                transaction,
                                reader,
                                Reasons.CALL,
                                "GET /calls/{id}/suspects",
                                List.of(found.customerId()))
                            .chain(() -> soldMedicines.of(transaction, found.customerId()))));
  }

  private static Call theirs(List<Call> found, UUID id, String reader, boolean any) {
    return found.stream()
        .filter(call -> any || (call.holding() != null && call.holding().agent().equals(reader)))
        .findFirst()
        .orElseThrow(() -> HeldCalls.noSuchCall(id));
  }
}
