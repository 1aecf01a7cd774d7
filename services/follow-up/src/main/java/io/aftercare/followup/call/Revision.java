package io.aftercare.followup.call;

import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Hours;
import io.aftercare.followup.window.Slot;
import io.aftercare.followup.window.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the calls of one sale in line with what it deserves now. A policy: it moves the calls it
 * is given and says which it moved. A call whose number was given out is left to its agent, and so
 * is what has come to an end.
 *
 * @param changed calls that were there and moved
 * @param added calls that were missing
 */
record Revision(List<Call> changed, List<Call> added) {

  private record Key(String programme, int step) {}

  /**
   * @param existing all calls of the sale
   * @param deserved what it deserves now
   * @param whyNot why a call is cancelled that is no longer deserved
   */
  static Revision of(
      Cause cause,
      List<Call> existing,
      List<Contact> deserved,
      String whyNot,
      CallWindow window,
      Instant now) {
    Map<Key, Call> calls = new HashMap<>();
    existing.forEach(
        call -> calls.put(new Key(call.origin().programme(), call.origin().step()), call));
    List<Call> changed = new ArrayList<>();
    List<Call> added = new ArrayList<>();
    for (Contact contact : deserved) {
      Call call = calls.remove(new Key(contact.programme().key(), contact.step().number()));
      if (call == null) {
        added.add(
            Call.of(contact, cause.customerId(), cause.person(), cause.blocked(), window, now));
      } else if (moved(call, contact, cause, window, now)) {
        changed.add(call);
      }
    }
    for (Call call : calls.values()) {
      if (call.isOpen()) {
        call.cancel(whyNot);
        changed.add(call);
      }
    }
    return new Revision(changed, added);
  }

  private static boolean moved(
      Call call, Contact contact, Cause cause, CallWindow window, Instant now) {
    String blocked = cause.blocked();
    if (blocked != null && call.isOpen()) {
      call.cancel(blocked);
      return true;
    }
    if (call.state() != CallState.PLANNED || call.promisedTo() != null) {
      return false;
    }
    Plan plan =
        call.attempts() == 0 ? intended(contact, cause, window, now) : later(call, cause, window);
    if (plan == null) {
      call.giveUp();
      return true;
    }
    if (plan.sameTimeAs(call.plan())) {
      return false;
    }
    call.planAnew(plan);
    return true;
  }

  /** The time the contact should have; absent when it is too late for it. */
  private static @Nullable Plan intended(
      Contact contact, Cause cause, CallWindow window, Instant now) {
    Slot intended = contact.intended(window, cause.person());
    return switch (window.judge(intended, now, cause.person(), contact.step().hours())) {
      case Timing.Planned planned -> Plan.at(planned, intended, window);
      case Timing.TooLate late -> null;
    };
  }

  /** A further attempt keeps its time where that still fits, and else moves on to one that does. */
  private static Plan later(Call call, Cause cause, CallWindow window) {
    Instant due = call.plan().dueAt();
    return call.plan()
        .movedTo(window.atOrAfter(due, cause.person(), Hours.DAY, call.plan().explained()));
  }
}
