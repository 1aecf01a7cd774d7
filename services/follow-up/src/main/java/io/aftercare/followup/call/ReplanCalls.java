package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings planned calls in line with the rules as they are now: programmes in force, working days,
 * holidays, lawful hours and the zone data of this machine. Says what moves, and moves it only when
 * asked to. What was promised, tried or held back on purpose keeps its time where that still fits.
 */
@ApplicationScoped
public class ReplanCalls {

  private static final Logger LOG = Logger.getLogger(ReplanCalls.class);
  private static final int BATCH = 500;

  private final PlannedCalls plannedCalls;
  private final Calls calls;
  private final Causes causes;
  private final ReviseCalls reviseCalls;
  private final KnownCustomers customers;
  private final Outbox outbox;

  ReplanCalls(
      PlannedCalls plannedCalls,
      Calls calls,
      Causes causes,
      ReviseCalls reviseCalls,
      KnownCustomers customers,
      Outbox outbox) {
    this.plannedCalls = plannedCalls;
    this.calls = calls;
    this.causes = causes;
    this.reviseCalls = reviseCalls;
    this.customers = customers;
    this.outbox = outbox;
  }

  /**
   * Which calls.
   *
   * @param preview nothing is written
   * @param programme only those of this one; absent for all
   * @param after only those after this call; absent from the first
   * @param limit calls at most
   */
  public record Wanted(
      boolean preview, @Nullable String programme, @Nullable UUID after, int limit) {}

  /**
   * Looks at the next calls, batch by batch, each batch its own transaction.
   *
   * @return what moved, and where to go on
   */
  public Uni<Replanned> replan(Wanted wanted) {
    return next(wanted, wanted.after(), Replanned.NOTHING)
        .invoke(
            done ->
                LOG.infof(
                    "Calls planned anew, preview=%s looked=%d moved=%d",
                    wanted.preview(), done.looked(), done.moved()));
  }

  private Uni<Replanned> next(Wanted wanted, @Nullable UUID after, Replanned sofar) {
    int batch = Math.min(BATCH, wanted.limit() - sofar.looked());
    return outbox
        .inTransaction(transaction -> batch(transaction, wanted, after, batch))
        .chain(
            step -> {
              Replanned sum = sofar.and(step);
              return step.next() == null || sum.looked() >= wanted.limit()
                  ? Uni.createFrom().item(sum)
                  : next(wanted, step.next(), sum);
            });
  }

  private Uni<Replanned> batch(
      SqlConnection transaction, Wanted wanted, @Nullable UUID after, int size) {
    return customers
        .keepStill(transaction)
        .chain(() -> plannedCalls.after(transaction, wanted.programme(), after, size))
        .chain(
            ids -> wanted.preview() ? calls.find(transaction, ids) : calls.lock(transaction, ids))
        .chain(found -> judge(transaction, wanted, found, size));
  }

  private Uni<Replanned> judge(
      SqlConnection transaction, Wanted wanted, List<Call> found, int size) {
    Map<UUID, Instant> before = new HashMap<>();
    List<Call> planned = found.stream().filter(call -> call.state() == CallState.PLANNED).toList();
    planned.forEach(call -> before.put(call.id(), call.plan().dueAt()));
    UUID next = found.size() < size ? null : found.getLast().id();
    return causes
        .ofSales(transaction, planned.stream().map(call -> call.origin().saleId()).toList())
        .chain(known -> judged(transaction, known, planned))
        .call(
            judged ->
                wanted.preview()
                    ? Uni.createFrom().voidItem()
                    : reviseCalls.write(transaction, judged))
        .map(judged -> Replanned.of(planned, before, next));
  }

  /** Only what is there: a sale of long ago asks for nothing new. */
  private Uni<List<ReviseCalls.Judged>> judged(
      SqlConnection transaction, Map<UUID, Cause> known, List<Call> planned) {
    return reviseCalls
        .judge(
            transaction,
            List.copyOf(known.values()),
            planned,
            CancelReason.RULE_NO_LONGER_MET,
            true)
        .map(judged -> judged.stream().map(ReviseCalls.Judged::withoutNew).toList());
  }
}
