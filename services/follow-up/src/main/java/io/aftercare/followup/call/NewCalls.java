package io.aftercare.followup.call;

import io.aftercare.followup.holdout.Arm;
import io.aftercare.followup.holdout.Experiments;
import io.aftercare.followup.message.Occasion;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.programme.Step;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Slot;
import io.aftercare.followup.window.Timing;
import io.aftercare.kit.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call for a contact that has none yet: planned, or recorded as one that rests or will not be
 * made.
 */
@ApplicationScoped
class NewCalls {

  private final Programmes programmes;
  private final Experiments experiments;
  private final CallWindow window;

  /** For what nobody has to be at work for. */
  private final CallWindow anyDay;

  NewCalls(Programmes programmes, Experiments experiments, CallWindow window) {
    this.programmes = programmes;
    this.experiments = experiments;
    this.window = window;
    this.anyDay = window.anyDay();
  }

  Call of(Contact contact, Cause cause, Instant now) {
    Step step = contact.step();
    CallWindow patient = contact.programme().patient(window);
    Slot intended = contact.intended(patient, cause.person());
    Timing timing = patient.judge(intended, now, cause.person(), step.hours());
    Arm arm = arm(contact, cause, timing);
    Beginning beginning = beginning(contact, cause, timing, arm);
    return new Call(
        Ids.next(),
        Origin.of(contact),
        cause.customerId(),
        step.priority(),
        beginning.state(),
        Plan.at(timing, intended, patient),
        0,
        1,
        null,
        null,
        0,
        null,
        beginning.why(),
        arm,
        null,
        Spent.NOTHING,
        List.of());
  }

  /** What is no call: its hours are its own, and its consent is asked for when it goes. */
  Occasion occasion(Contact contact, Cause cause) {
    return Occasion.of(
        contact,
        cause.customerId(),
        cause.person(),
        experiments.arm(contact.experiment(), cause.customerId()),
        contact.settled() ? CancelReason.REFILLED : null,
        anyDay,
        cause.traceparent());
  }

  /**
   * Where it begins.
   *
   * @param why it will not be made; absent where it will
   */
  private record Beginning(CallState state, @Nullable String why) {}

  private Beginning beginning(Contact contact, Cause cause, Timing timing, @Nullable Arm arm) {
    if (cause.blocked() != null) {
      return new Beginning(CallState.CANCELLED, cause.blocked());
    }
    if (contact.settled()) {
      return new Beginning(CallState.CANCELLED, CancelReason.REFILLED);
    }
    if (timing instanceof Timing.TooLate) {
      return new Beginning(CallState.TOO_LATE, CancelReason.WINDOW_CLOSED);
    }
    if (arm != null && arm.heldOut()) {
      return new Beginning(CallState.HELD_OUT, CancelReason.HELD_OUT);
    }
    boolean paused = programmes.paused(contact.programme().key());
    return new Beginning(paused ? CallState.PAUSED : CallState.PLANNED, null);
  }

  /** Nobody takes part in an experiment with a contact that would not have been made anyhow. */
  private @Nullable Arm arm(Contact contact, Cause cause, Timing timing) {
    return cause.blocked() != null || contact.settled() || timing instanceof Timing.TooLate
        ? null
        : experiments.arm(contact.experiment(), cause.customerId());
  }
}
