package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.programme.ContactKey;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings planned contacts in line with the rules as they are now: programmes in force, working
 * days, holidays, lawful hours and the zone data of this machine. Says what moves, and moves it
 * only when asked to. What was promised, tried or held back on purpose keeps its time where that
 * still fits.
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
   * Which calls and messages.
   *
   * @param preview nothing is written
   * @param programme only those of this one; absent for all
   * @param after only those after this one; absent from the first
   * @param limit contacts at most
   */
  public record Wanted(
      boolean preview, @Nullable String programme, @Nullable UUID after, int limit) {}

  /**
   * Looks at the next contacts, batch by batch, each batch its own transaction.
   *
   * @return what moved, and where to go on
   */
  public Uni<Replanned> replan(Wanted wanted) {
    return next(wanted, wanted.after(), Replanned.NOTHING)
        .invoke(
            done ->
                LOG.infof(
                    "Contacts planned anew, preview=%s looked=%d moved=%d",
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
            found -> {
              UUID next = found.size() < size ? null : found.getLast().id();
              return found.isEmpty()
                  ? Uni.createFrom().item(Replanned.NOTHING)
                  : judge(transaction, wanted, found)
                      .map(judged -> Replanned.of(found, judged, next));
            });
  }

  private Uni<List<Judgement>> judge(
      SqlConnection transaction, Wanted wanted, List<PlannedCalls.Waiting> found) {
    List<UUID> sales = found.stream().map(PlannedCalls.Waiting::saleId).distinct().toList();
    Set<ContactKey> only =
        found.stream().map(PlannedCalls.Waiting::key).collect(Collectors.toSet());
    var terms = new ReviseCalls.Terms(CancelReason.RULE_NO_LONGER_MET, true, only);
    return existing(transaction, wanted, sales)
        .chain(
            existing ->
                causes
                    .ofSales(transaction, sales)
                    .chain(
                        known ->
                            reviseCalls.judge(
                                transaction, List.copyOf(known.values()), existing, terms)))
        // A sale of long ago asks for nothing new.
        .map(judged -> judged.stream().map(Judgement::withoutNew).toList())
        .call(
            judged ->
                wanted.preview()
                    ? Uni.createFrom().voidItem()
                    : reviseCalls.write(transaction, judged));
  }

  private Uni<List<Call>> existing(SqlConnection transaction, Wanted wanted, List<UUID> sales) {
    return wanted.preview()
        ? calls.findOfSales(transaction, sales)
        : calls.lockOfSales(transaction, sales);
  }
}
