package io.aftercare.followup.call;

import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.ContactKey;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Hours;
import io.aftercare.followup.window.Slot;
import io.aftercare.followup.window.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings the calls of one sale in line with what it deserves now. A policy: it moves the calls it
 * is given and says which it moved. A call whose number was given out is left to its agent, one
 * whose time was chosen on purpose keeps it, and so does what has come to an end.
 *
 * @param changed calls that were there and moved
 * @param added calls that were missing
 */
record Revision(List<Call> changed, List<Call> added) {

  /**
   * By what calls are brought in line.
   *
   * @param whyNot why a call is cancelled that is no longer deserved
   * @param fresh makes the call for a contact that has none
   * @param adopting calls go over to the version of the programme in force
   */
  record Terms(
      String whyNot,
      CallWindow window,
      Instant now,
      Function<Contact, Call> fresh,
      boolean adopting) {}

  /**
   * @param existing all calls of the sale
   * @param deserved what it deserves now
   */
  static Revision of(Cause cause, List<Call> existing, List<Contact> deserved, Terms terms) {
    Map<ContactKey, Call> calls = new HashMap<>();
    existing.forEach(call -> calls.put(call.origin().key(), call));
    List<Call> changed = new ArrayList<>();
    List<Call> added = new ArrayList<>();
    for (Contact contact : deserved) {
      Call call = calls.remove(contact.key());
      if (call == null) {
        added.add(terms.fresh().apply(contact));
      } else if (moved(call, contact, cause, terms)) {
        changed.add(call);
      }
    }
    for (Call call : calls.values()) {
      boolean left = call.isOpen() || call.state() == CallState.HELD_OUT;
      if (left && !call.origin().isIncoming()) {
        call.cancel(terms.whyNot());
        changed.add(call);
      }
    }
    return new Revision(changed, added);
  }

  private static boolean moved(Call call, Contact contact, Cause cause, Terms terms) {
    String blocked = cause.blocked();
    if (blocked != null && call.isOpen()) {
      call.cancel(blocked);
      return true;
    }
    if (contact.settled()) {
      return settled(call);
    }
    if (blocked == null
        && call.state() == CallState.CANCELLED
        && CancelReason.mayPass(call.cancelReason())) {
      return reopened(call, intended(contact, cause, terms));
    }
    if (call.state() != CallState.PLANNED || call.promisedTo() != null) {
      return false;
    }
    boolean asMeant = call.attempts() == 0 && call.plan().heldBackUntil() == null;
    Plan plan = asMeant ? intended(contact, cause, terms) : later(call, cause, terms.window());
    if (plan == null) {
      call.giveUp();
      return true;
    }
    boolean adopted =
        terms.adopting() && call.origin().programmeVersion() != contact.programme().version();
    if (adopted) {
      call.follow(contact, plan);
    } else if (!plan.sameTimeAs(call.plan())) {
      call.planAnew(plan);
    } else {
      return false;
    }
    return true;
  }

  private static boolean settled(Call call) {
    if (!call.isOpen()) {
      return false;
    }
    call.cancel(CancelReason.REFILLED);
    return true;
  }

  private static boolean reopened(Call call, @Nullable Plan plan) {
    if (plan == null) {
      return false;
    }
    call.reopen(plan);
    return true;
  }

  /** The time the contact should have; absent when it is too late for it. */
  private static @Nullable Plan intended(Contact contact, Cause cause, Terms terms) {
    CallWindow window = contact.programme().patient(terms.window());
    Slot intended = contact.intended(window, cause.person());
    return switch (window.judge(intended, terms.now(), cause.person(), contact.step().hours())) {
      case Timing.Planned planned -> Plan.at(planned, intended, window);
      case Timing.TooLate late -> null;
    };
  }

  /**
   * What was chosen anew keeps its time where that still fits, and else moves on to one that does.
   */
  private static Plan later(Call call, Cause cause, CallWindow window) {
    Instant due = call.plan().dueAt();
    return call.plan()
        .movedTo(window.atOrAfter(due, cause.person(), Hours.DAY, call.plan().explained()));
  }
}
