package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.FollowUpEvents;
import io.aftercare.followup.call.Plan;
import io.aftercare.followup.number.NumberRequests;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Hours;
import io.aftercare.followup.window.Person;
import io.aftercare.followup.window.Slot;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes a call from an agent who may not dial: it is cancelled where that is for good, goes to its
 * next window where it is not the hour, and comes back a little later where somebody else has to
 * catch up. The agent is free for another.
 */
@ApplicationScoped
class RefusePermit {

  private static final Logger LOG = Logger.getLogger(RefusePermit.class);

  private final DeskCalls deskCalls;
  private final Calls calls;
  private final NumberRequests numberRequests;
  private final CallWindow window;
  private final DeskRules rules;
  private final Outbox outbox;

  RefusePermit(
      DeskCalls deskCalls,
      Calls calls,
      NumberRequests numberRequests,
      CallWindow window,
      DeskRules rules,
      Outbox outbox) {
    this.deskCalls = deskCalls;
    this.calls = calls;
    this.numberRequests = numberRequests;
    this.window = window;
    this.rules = rules;
    this.outbox = outbox;
  }

  /**
   * @param until first local date on which it no longer stands; only for caps
   */
  record Objection(Refusal refusal, @Nullable LocalDate until) {}

  /** Fails with the refusal once it is committed. */
  <T> Uni<T> refuse(DeskCall found, Objection objection, String agent, Instant now) {
    return outbox
        .inTransaction(transaction -> take(transaction, found, objection, agent, now))
        .map(
            taken -> {
              throw DeskProblems.refused(objection.refusal());
            });
  }

  private Uni<Void> take(
      SqlConnection transaction, DeskCall found, Objection objection, String agent, Instant now) {
    long epoch = found.call().epoch();
    return deskCalls
        .lock(transaction, found.call().id(), epoch)
        .invoke(locked -> locked.requireOnItsWay(agent, epoch))
        .invoke(locked -> move(locked, objection, now))
        .chain(locked -> write(transaction, locked.call(), epoch, objection, agent, now));
  }

  private Uni<Void> write(
      SqlConnection transaction,
      Call call,
      long epoch,
      Objection objection,
      String agent,
      Instant now) {
    LOG.infof(
        "Permit refused, call=%s epoch=%d agent=%s reason=%s state=%s",
        call.id(), epoch, agent, objection.refusal().key(), call.state().key());
    var asked = new DeskCall.Asked(agent, objection.refusal().key(), now, List.of(), null);
    return calls
        .store(transaction, List.of(call))
        .chain(() -> deskCalls.remember(transaction, call.id(), epoch, asked, now))
        .chain(() -> askStore(transaction, call, objection.refusal(), now))
        .chain(
            () ->
                outbox.append(
                    transaction, List.of(FollowUpEvents.planned(call, now, Event.currentTrace()))));
  }

  private Uni<Void> askStore(SqlConnection transaction, Call call, Refusal refusal, Instant now) {
    return refusal.wantsNumber()
        ? numberRequests.ask(
            transaction,
            call.customerId(),
            call.origin().storeId(),
            call.id(),
            refusal.wanted(),
            now)
        : Uni.createFrom().voidItem();
  }

  private void move(DeskCall found, Objection objection, Instant now) {
    Call call = found.call();
    Refusal refusal = objection.refusal();
    if (!call.customerId().equals(found.owner().id())) {
      call.belongTo(found.owner().id());
    }
    switch (refusal.then()) {
      case CANCEL -> call.cancel(refusal.key());
      case PAUSE -> {
        call.putBack();
        call.pause();
      }
      case SOON -> call.putBack(soon(call.plan(), found.person(), refusal, now));
      case NEXT_WINDOW -> {
        if (now.isAfter(call.plan().lapsesAt())) {
          call.putBack();
          call.giveUp();
        } else {
          call.putBack(nextWindow(call.plan(), found.person(), objection, now));
        }
      }
    }
  }

  private Plan soon(Plan plan, Person person, Refusal refusal, Instant now) {
    Instant earliest = now.plus(rules.outOfReach());
    return earliest.isBefore(plan.closesAt())
        ? plan.notBefore(earliest, refusal.key())
        : plan.movedTo(after(plan.closesAt(), person, refusal));
  }

  private Plan nextWindow(Plan plan, Person person, Objection objection, Instant now) {
    LocalDate until = objection.until();
    if (until != null) {
      // Held back on purpose: the patience with this call begins anew.
      Slot slot = window.onDay(until, person, Hours.DAY, objection.refusal().key());
      return Plan.at(slot, window).onPurpose();
    }
    Instant from =
        objection.refusal() == Refusal.OUTSIDE_HOURS || now.isAfter(plan.closesAt())
            ? now
            : plan.closesAt();
    return plan.movedTo(after(from, person, objection.refusal()));
  }

  private Slot after(Instant from, Person person, Refusal refusal) {
    return window.next(from, person, Hours.DAY, refusal.key() + ", next window");
  }
}
