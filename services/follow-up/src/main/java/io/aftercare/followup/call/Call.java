package io.aftercare.followup.call;

import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.Step;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Person;
import io.aftercare.followup.window.Slot;
import io.aftercare.followup.window.Timing;
import io.aftercare.kit.time.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call to one customer. It changes only by the moves of {@link CallState}; each that others
 * should hear of makes its version grow. Being claimed is not one of them: that is told when the
 * call comes to an end or back to the queue.
 */
public final class Call {

  private final UUID id;
  private final Origin origin;
  private UUID customerId;
  private int priority;
  private CallState state;
  private Plan plan;
  private long epoch;
  private long version;
  private @Nullable Holding holding;
  private @Nullable String promisedTo;
  private int attempts;
  private @Nullable LastAttempt last;
  private @Nullable String cancelReason;

  /**
   * Who holds a call.
   *
   * @param agent the subject
   * @param leaseUntil by the database's clock
   * @param permittedAt by the business clock; absent before the number was given out
   */
  public record Holding(String agent, Instant leaseUntil, @Nullable Instant permittedAt) {}

  /** As it is read from the database. */
  Call(
      UUID id,
      Origin origin,
      UUID customerId,
      int priority,
      CallState state,
      Plan plan,
      long epoch,
      long version,
      @Nullable Holding holding,
      @Nullable String promisedTo,
      int attempts,
      @Nullable LastAttempt last,
      @Nullable String cancelReason) {
    this.id = id;
    this.origin = origin;
    this.customerId = customerId;
    this.priority = priority;
    this.state = state;
    this.plan = plan;
    this.epoch = epoch;
    this.version = version;
    this.holding = holding;
    this.promisedTo = promisedTo;
    this.attempts = attempts;
    this.last = last;
    this.cancelReason = cancelReason;
  }

  /**
   * The call for a contact: planned, or recorded as one that will not be made.
   *
   * @param blocked why the customer may not be called; absent when they may
   */
  static Call of(
      Contact contact,
      UUID customerId,
      Person person,
      @Nullable String blocked,
      CallWindow window,
      Instant now) {
    Step step = contact.step();
    Slot intended = contact.intended(window, person);
    Timing timing = window.judge(intended, now, person, step.hours());
    CallState state = timing instanceof Timing.TooLate ? CallState.TOO_LATE : CallState.PLANNED;
    String reason = state == CallState.TOO_LATE ? CancelReason.WINDOW_CLOSED : null;
    return new Call(
        Ids.next(),
        new Origin(
            contact.sale().id(),
            contact.sale().id(),
            contact.sale().storeId(),
            contact.programme().key(),
            contact.programme().version(),
            step.number(),
            step.skill() == Step.Skill.PHARMACIST,
            contact.reason()),
        customerId,
        step.priority(),
        blocked == null ? state : CallState.CANCELLED,
        Plan.at(timing, intended, window),
        0,
        1,
        null,
        null,
        0,
        null,
        blocked == null ? reason : blocked);
  }

  /** It gets another time. */
  public void planAnew(Plan other) {
    become(CallState.PLANNED);
    plan = other;
    version++;
  }

  /** It is promised for a time, to be kept by this agent first. */
  public void promise(Plan other, String agent) {
    planAnew(other);
    priority = Math.min(priority, 1);
    promisedTo = agent;
  }

  /** It goes back to the queue as it came; whoever held it holds it no more. */
  public void putBack() {
    become(CallState.PLANNED);
    epoch++;
  }

  /** It goes back to the queue for another time; whoever held it holds it no more. */
  public void putBack(Plan other) {
    planAnew(other);
    epoch++;
  }

  /** It will not be made. */
  public void cancel(String why) {
    become(CallState.CANCELLED);
    cancelReason = why;
    version++;
  }

  /** It was not made in time. */
  public void giveUp() {
    become(CallState.TOO_LATE);
    cancelReason = CancelReason.WINDOW_CLOSED;
    version++;
  }

  /**
   * The number was given out and nobody knows what came of it: a supervisor finds out, nobody dials
   * again by himself.
   */
  public void leaveToSupervisor() {
    Holding held = held();
    attempts++;
    last = new LastAttempt(null, held.agent(), null, null, null);
    become(CallState.SUPERVISOR);
    epoch++;
    version++;
  }

  /** It was tried; what follows is said by one of the other moves. */
  public void tried(LastAttempt attempt) {
    // A supervisor tells of the attempt that was already counted.
    if (state == CallState.HELD) {
      attempts++;
    }
    last = attempt;
    promisedTo = null;
  }

  /** The customer was spoken with; this step is closed. */
  public void finish() {
    become(CallState.DONE);
    version++;
  }

  /** Tried often enough. */
  public void closeUnreached() {
    become(CallState.NOT_REACHED);
    version++;
  }

  /** Another customer's from now on: theirs was merged. */
  public void belongTo(UUID survivor) {
    customerId = survivor;
  }

  /** It can still be called off: nobody has been given the number. */
  public boolean isOpen() {
    return switch (state) {
      case PLANNED, SUPERVISOR -> true;
      case HELD -> holding != null && holding.permittedAt() == null;
      case DONE, CANCELLED, TOO_LATE, NOT_REACHED -> false;
    };
  }

  private void become(CallState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(
          "A call that is %s cannot become %s: %s".formatted(state.key(), next.key(), id));
    }
    state = next;
    holding = null;
  }

  private Holding held() {
    if (holding == null) {
      throw new IllegalStateException("Nobody holds call " + id);
    }
    return holding;
  }

  public UUID id() {
    return id;
  }

  public Origin origin() {
    return origin;
  }

  public UUID customerId() {
    return customerId;
  }

  public int priority() {
    return priority;
  }

  public CallState state() {
    return state;
  }

  public Plan plan() {
    return plan;
  }

  public long epoch() {
    return epoch;
  }

  public long version() {
    return version;
  }

  public @Nullable Holding holding() {
    return holding;
  }

  public @Nullable String promisedTo() {
    return promisedTo;
  }

  public int attempts() {
    return attempts;
  }

  public @Nullable LastAttempt last() {
    return last;
  }

  public @Nullable String cancelReason() {
    return cancelReason;
  }
}
