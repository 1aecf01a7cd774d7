package io.aftercare.followup.call;

import io.aftercare.followup.holdout.Arm;
import io.aftercare.followup.programme.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call to one customer. It changes only by the moves of {@link CallState}; each that others
 * should hear of makes its version grow. Being claimed is not one of them: that is told when the
 * call comes to an end or back to the queue.
 */
public final class Call {

  private final UUID id;
  private Origin origin;
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
  private final @Nullable Arm arm;
  private @Nullable UUID conversationId;
  private Spent spent;
  private final List<Answer> answers;

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
      @Nullable String cancelReason,
      @Nullable Arm arm,
      @Nullable UUID conversationId,
      Spent spent,
      List<Answer> answers) {
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
    this.arm = arm;
    this.conversationId = conversationId;
    this.spent = spent;
    this.answers = answers;
  }

  /** It gets another time. */
  public void planAnew(Plan other) {
    become(CallState.PLANNED);
    plan = other;
    version++;
  }

  /** Another version of its programme plans it from now on. */
  void follow(Contact contact, Plan other) {
    origin = origin.by(contact);
    priority = Math.min(contact.step().priority(), promisedTo == null ? 4 : priority);
    planAnew(other);
  }

  /** Its programme rests: nobody can claim it. */
  public void pause() {
    become(CallState.PAUSED);
    version++;
  }

  /** It is promised for a time, to be kept by this agent first. */
  public void promise(Plan other, String agent) {
    planAnew(other);
    priority = Math.min(priority, 1);
    promisedTo = agent;
  }

  /** It comes to this agent first. */
  public void keepFor(String agent) {
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

  /**
   * The purchase that closed it is void, or the customer likes calls best again: against the rule
   * that an end is an end, because otherwise nobody would remind of the medicine any more.
   */
  void reopen(Plan other) {
    if (state != CallState.CANCELLED || !CancelReason.mayPass(cancelReason)) {
      throw new IllegalStateException("Only what was refilled or rerouted is reopened: " + id);
    }
    state = CallState.PLANNED;
    cancelReason = null;
    plan = other;
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
    String agent = Objects.requireNonNull(holding, "Nobody holds the call").agent();
    attempts++;
    last = new LastAttempt(null, agent, null, null, null);
    become(CallState.SUPERVISOR);
    epoch++;
    version++;
  }

  /**
   * It was tried; what follows is said by one of the other moves.
   *
   * @param cost of this attempt alone
   */
  public void tried(LastAttempt attempt, Spent cost) {
    // A supervisor tells of the attempt that was already counted.
    if (state == CallState.HELD) {
      attempts++;
    }
    last = attempt;
    promisedTo = null;
    spent = spent.and(cost);
  }

  /** It was spoken of in another call to the same customer. */
  public void spokenOfIn(UUID conversation, LastAttempt attempt, Spent cost) {
    conversationId = conversation;
    attempts++;
    tried(attempt, cost);
    finish();
  }

  /** Others are spoken of in it. */
  public void leadsConversation() {
    conversationId = id;
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
      case PLANNED, PAUSED, SUPERVISOR -> true;
      case HELD -> holding != null && holding.permittedAt() == null;
      case DONE, CANCELLED, TOO_LATE, NOT_REACHED, HELD_OUT -> false;
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

  public @Nullable Arm arm() {
    return arm;
  }

  /** The call in which it was spoken of, or led; absent where it was alone. */
  public @Nullable UUID conversationId() {
    return conversationId;
  }

  public Spent spent() {
    return spent;
  }

  /** What was answered in it so far. */
  public List<Answer> answers() {
    return answers;
  }
}
