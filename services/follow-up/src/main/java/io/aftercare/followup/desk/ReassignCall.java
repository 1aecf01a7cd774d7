package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.CallState;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.FollowUpEvents;
import io.aftercare.followup.call.Plan;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Reasons;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves a call to somebody, whoever holds it: whoever held it can write nothing more. Who is free
 * has it in hand at once; to who is busy or away, and when it is not due, it comes first as soon as
 * it can, as a promise of theirs would. An attempt that was under way is counted, because somebody
 * may have been called; such a call goes only into a free hand.
 */
@ApplicationScoped
class ReassignCall {

  private static final Logger LOG = Logger.getLogger(ReassignCall.class);
  private static final long ANY = -1;

  private static final String FREE =
      """
      select not exists (select from call h where h.holder = $1 and h.id <> $2)
        and not exists (
          select from agent_period p where p.agent = $1 and p.ended_at is null and p.state <> 'available') as free
      """;

  private static final String HAND =
      """
      update call c set state = 'held', holder = $2, epoch = c.epoch + 1, permitted_at = null,
        attempts = c.attempts + (c.state = 'held' and c.permitted_at is not null)::int,
        lease_until = clock_timestamp() + $3::bigint * interval '1 second'
      where c.id = $1
      returning {columns}
      """
          .replace("{columns}", Calls.COLUMNS);

  private final DeskCalls deskCalls;
  private final Calls calls;
  private final DeskRules rules;
  private final Programmes programmes;
  private final Outbox outbox;
  private final AccessLog accessLog;
  private final Clock clock;

  ReassignCall(
      DeskCalls deskCalls,
      Calls calls,
      DeskRules rules,
      Programmes programmes,
      Outbox outbox,
      AccessLog accessLog,
      Clock clock) {
    this.deskCalls = deskCalls;
    this.calls = calls;
    this.rules = rules;
    this.programmes = programmes;
    this.outbox = outbox;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * @param epoch the call must stand at; absent to take it as it is
   * @param to the subject of who gets it
   * @return held by them, planned and kept for them, or cancelled when nothing asks for it any more
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     call; 409 when it is over, rests or has moved on, when its customer is in another call, or
   *     when its number was given out and they are not free
   */
  Uni<Call> reassign(UUID id, @Nullable Long epoch, String to, String by) {
    return outbox
        .inTransaction(transaction -> move(transaction, id, epoch == null ? ANY : epoch, to, by))
        .onFailure(PgException.class)
        .transform(DeskProblems::busy)
        .invoke(
            call ->
                LOG.infof(
                    "Call reassigned, call=%s epoch=%d to=%s by=%s state=%s",
                    id, call.epoch(), to, by, call.state().key()));
  }

  private Uni<Call> move(SqlConnection transaction, UUID id, long epoch, String to, String by) {
    return deskCalls
        .lock(transaction, id, epoch)
        .invoke(found -> requireMovable(found.call(), epoch))
        .chain(found -> give(transaction, found, to))
        .call(
            call ->
                accessLog.read(
                    transaction,
                    by,
                    Reasons.SUPERVISION,
                    "POST /calls/{id}/reassign",
                    List.of(call.customerId())));
  }

  private Uni<Call> give(SqlConnection transaction, DeskCall found, String to) {
    Call call = found.call();
    boolean wasHeld = call.isOpen() && call.state() != CallState.PLANNED;
    String whyNot = wasHeld ? found.whyNot(programmes) : null;
    if (whyNot != null) {
      // Nothing asks for it any more: its sale or customer changed meanwhile.
      call.cancel(whyNot);
      return store(transaction, call);
    }
    return isFree(transaction, call.id(), to)
        .chain(
            free ->
                free && isForNow(call)
                    ? hand(transaction, call.id(), to)
                    : keep(transaction, call, to));
  }

  private static void requireMovable(Call call, long epoch) {
    if (epoch != ANY && call.epoch() != epoch) {
      throw DeskProblems.staleEpoch();
    }
    switch (call.state()) {
      case PLANNED, HELD, SUPERVISOR -> {}
      case PAUSED, DONE, CANCELLED, TOO_LATE, NOT_REACHED, HELD_OUT -> throw DeskProblems.over();
    }
  }

  /** What falls due tomorrow is nothing to have in hand today. */
  private boolean isForNow(Call call) {
    Instant now = clock.instant();
    Plan plan = call.plan();
    return call.state() != CallState.PLANNED
        || (!now.isBefore(plan.dueAt()) && now.isBefore(plan.closesAt()));
  }

  private static Uni<Boolean> isFree(SqlConnection transaction, UUID id, String to) {
    return transaction
        .preparedQuery(FREE)
        .execute(Tuple.of(to, id))
        .map(rows -> rows.iterator().next().getBoolean("free"));
  }

  private Uni<Call> hand(SqlConnection transaction, UUID id, String to) {
    return transaction
        .preparedQuery(HAND)
        .execute(Tuple.of(id, to, rules.lease().toSeconds()))
        .map(given -> Calls.calls(given).getFirst());
  }

  private Uni<Call> keep(SqlConnection transaction, Call call, String to) {
    if (!call.isOpen() || call.state() == CallState.SUPERVISOR) {
      throw DeskProblems.agentBusy();
    }
    Instant now = clock.instant();
    Plan plan =
        call.plan().dueAt().isAfter(now)
            ? call.plan()
            : call.plan().notBefore(now, "kept for an agent");
    // Whoever holds it, or waits for a supervisor with it, is left behind by the epoch.
    call.putBack(plan);
    call.keepFor(to);
    return store(transaction, call);
  }

  private Uni<Call> store(SqlConnection transaction, Call call) {
    return calls
        .store(transaction, List.of(call))
        .chain(
            () ->
                outbox.append(
                    transaction,
                    List.of(FollowUpEvents.planned(call, clock.instant(), Event.currentTrace()))))
        .replaceWith(call);
  }
}
