package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.CallState;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.FollowUpEvents;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Reasons;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives a call back. An agent gives back the one they hold; after the permit it goes to the
 * supervisor, because somebody may have been called. A supervisor gives back any call, also one
 * that awaits a supervisor.
 */
@ApplicationScoped
class ReleaseCall {

  private static final Logger LOG = Logger.getLogger(ReleaseCall.class);
  private static final long ANY = -1;
  private static final String READ = "POST /calls/{id}/release";

  private final DeskCalls deskCalls;
  private final Calls calls;
  private final Programmes programmes;
  private final Outbox outbox;
  private final AccessLog accessLog;
  private final Clock clock;

  ReleaseCall(
      DeskCalls deskCalls,
      Calls calls,
      Programmes programmes,
      Outbox outbox,
      AccessLog accessLog,
      Clock clock) {
    this.deskCalls = deskCalls;
    this.calls = calls;
    this.programmes = programmes;
    this.outbox = outbox;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * Who gives back what.
   *
   * @param epoch must be the agent's; absent when a supervisor takes the call as it is
   */
  record Release(UUID callId, @Nullable Long epoch, String by, boolean supervisor) {}

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     call, 409 when it has moved on or is not theirs to give
   */
  Uni<Call> release(Release release) {
    long epoch = release.epoch() == null ? ANY : release.epoch();
    return outbox.inTransaction(
        transaction ->
            deskCalls
                .lock(transaction, release.callId(), epoch)
                .chain(found -> giveBack(transaction, found, release)));
  }

  private Uni<Call> giveBack(SqlConnection transaction, DeskCall found, Release release) {
    Call call = found.call();
    Event event = release.supervisor() ? bySupervisor(found, release) : byAgent(found, release);
    LOG.infof(
        "Call released, call=%s epoch=%d by=%s state=%s",
        call.id(), call.epoch(), release.by(), call.state().key());
    return calls
        .store(transaction, List.of(call))
        .chain(() -> outbox.append(transaction, event == null ? List.of() : List.of(event)))
        .chain(
            () ->
                accessLog.read(
                    transaction,
                    release.by(),
                    release.supervisor() ? Reasons.SUPERVISION : Reasons.CALL,
                    READ,
                    List.of(call.customerId())))
        .replaceWith(call);
  }

  private @Nullable Event byAgent(DeskCall found, Release release) {
    long epoch = release.epoch() == null ? ANY : release.epoch();
    found.requireHeldBy(release.by(), epoch);
    if (found.permitted()) {
      found.call().leaveToSupervisor();
      return FollowUpEvents.tried(found.call(), now(), Event.currentTrace());
    }
    found.call().putBack();
    return null;
  }

  private @Nullable Event bySupervisor(DeskCall found, Release release) {
    Call call = found.call();
    if (release.epoch() != null && release.epoch() != call.epoch()) {
      throw DeskProblems.staleEpoch();
    }
    if (call.state() != CallState.HELD && call.state() != CallState.SUPERVISOR) {
      throw DeskProblems.notHeld();
    }
    String whyNot = found.whyNot(programmes);
    if (whyNot != null) {
      call.cancel(whyNot);
    } else {
      call.putBack(call.plan());
    }
    return FollowUpEvents.planned(call, now(), Event.currentTrace());
  }

  private Instant now() {
    return clock.instant();
  }
}
