package io.aftercare.followup.supervision;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.CallState;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.FollowUpEvents;
import io.aftercare.followup.call.Plan;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Gives a call to an agent: it comes to them first, as a promise of theirs would, and is taken from
 * whoever holds it without having dialled.
 */
@ApplicationScoped
class AssignCall {

  private static final Logger LOG = Logger.getLogger(AssignCall.class);

  private final Calls calls;
  private final Outbox outbox;
  private final Clock clock;

  AssignCall(Calls calls, Outbox outbox, Clock clock) {
    this.calls = calls;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param agent the subject
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     call, 409 when its number was given out or it has come to its end
   */
  Uni<Call> assign(UUID id, String agent, String by) {
    return outbox.inTransaction(
        transaction ->
            calls
                .lock(transaction, List.of(id))
                .map(
                    found ->
                        found.stream().findFirst().orElseThrow(() -> Problems.notFound("call", id)))
                .chain(call -> give(transaction, call, agent, by)));
  }

  private Uni<Call> give(SqlConnection transaction, Call call, String agent, String by) {
    if (call.state() == CallState.HELD && !call.isOpen()) {
      throw Problems.conflict(
          "already-dialled", "The number was given out; its agent says what came of it.");
    }
    if (!call.isOpen()) {
      throw Problems.conflict(
          "already-ended",
          "The call is %s and cannot be given to anybody.".formatted(call.state().key()));
    }
    Instant now = clock.instant();
    Plan plan =
        call.plan().dueAt().isAfter(now)
            ? call.plan()
            : call.plan().notBefore(now, "given to an agent");
    if (call.state() == CallState.HELD) {
      call.putBack(plan);
    } else {
      call.planAnew(plan);
    }
    call.keepFor(agent);
    LOG.infof("Call assigned, call=%s agent=%s by=%s", call.id(), agent, by);
    return calls
        .store(transaction, List.of(call))
        .chain(
            () ->
                outbox.append(
                    transaction, List.of(FollowUpEvents.planned(call, now, Event.currentTrace()))))
        .replaceWith(call);
  }
}
