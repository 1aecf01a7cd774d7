package io.aftercare.followup.message;

import io.aftercare.followup.holdout.Arm;
import io.aftercare.followup.programme.ContactKey;
import io.aftercare.followup.window.Slot;
import io.aftercare.kit.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one customer, or one word to say at the counter. Each change that others should
 * hear of makes its version grow; being claimed by a sender is none.
 *
 * @param customerId the customer, or the one it was merged into
 * @param channel absent while it is not decided
 * @param due when it may be sent, and until when
 * @param hours local hours in which it may be sent, when it gets another time
 * @param epoch grows at every claim
 * @param handed the present attempt has gone to the provider
 * @param reason why the last attempt came to nothing, or why there will be none
 * @param reference the provider's own name for it
 */
public record Message(
    UUID id,
    MessageOrigin origin,
    UUID customerId,
    @Nullable Channel channel,
    Due due,
    LocalHours hours,
    MessageState state,
    int attempts,
    long epoch,
    long version,
    boolean handed,
    @Nullable Instant sentAt,
    @Nullable String reason,
    @Nullable String reference) {

  static final String WINDOW_CLOSED = "window-closed";
  private static final String HELD_OUT = "held-out";

  /** It keeps its patience for when its programme goes on. */
  private static final String PROGRAMME_RESTS = "programme-rests";

  /** Planned, or recorded as one that comes too late, must not be sent or is held out. */
  static Message of(Occasion occasion, Instant now) {
    LocalHours hours = LocalHours.of(occasion);
    Due due = Due.of(occasion, hours, now);
    boolean late = due.late(now);
    // Nobody takes part in an experiment with a message that would not have been sent anyhow.
    Arm arm = late || occasion.blocked() != null ? null : occasion.arm();
    Message message =
        new Message(
            Ids.next(),
            MessageOrigin.of(occasion, arm),
            occasion.customerId(),
            occasion.channel(),
            due,
            hours,
            beginning(occasion.channel()),
            0,
            0,
            1,
            false,
            null,
            null,
            null);
    if (occasion.blocked() != null) {
      return message.standing(MessageState.CANCELLED, occasion.blocked());
    }
    if (late) {
      return message.standing(MessageState.EXPIRED, WINDOW_CLOSED);
    }
    return arm != null && arm.heldOut()
        ? message.standing(MessageState.HELD_OUT, HELD_OUT)
        : message;
  }

  private static MessageState beginning(@Nullable Channel channel) {
    return channel == Channel.IN_PERSON ? MessageState.WAITING : MessageState.QUEUED;
  }

  private Message standing(MessageState other, String why) {
    return with(channel, due, other, version, sentAt, why, reference);
  }

  /** It stands otherwise from now on, and others hear of it. */
  public Message become(MessageState other, @Nullable String why) {
    return with(channel, due, other, version + 1, sentAt, why, reference);
  }

  /** A provider took it. */
  public Message sent(Instant at, @Nullable String name) {
    return with(channel, due, MessageState.SENT, version + 1, at, null, name);
  }

  /** Another's, or in another zone, as is known by now. */
  public Message of(UUID owner, ZoneId zone) {
    LocalHours there = new LocalHours(hours.opens(), hours.closes(), zone);
    return new Message(
        id, origin, owner, channel, due, there, state, attempts, epoch, version, handed, sentAt,
        reason, reference);
  }

  /** Its reader's clock allows it now. */
  public boolean mayBeSent(Instant now) {
    return !hours.window().atOrAfter(now, "").dueAt().isAfter(now);
  }

  /** It has not gone, and can be called off. */
  public boolean isOpen() {
    return state == MessageState.QUEUED || state == MessageState.WAITING;
  }

  /** It ends when its cause is void: it has not gone, or is compared with those that have. */
  boolean endsWithItsCause() {
    return isOpen() || state == MessageState.HELD_OUT;
  }

  /** It goes to a provider this way; what it is worth is told once it is known. */
  public Message handedTo(Channel way) {
    return new Message(
        id,
        origin,
        customerId,
        way,
        due,
        hours,
        state,
        attempts + 1,
        epoch,
        version,
        true,
        sentAt,
        reason,
        reference);
  }

  /** The first time from this one on within its hours; expired where that is too late. */
  public Message again(Instant earliest, String why) {
    Slot slot = hours.window().atOrAfter(earliest, why.replace('-', ' '));
    return slot.dueAt().isBefore(due.lapsesAt())
        ? with(
            channel,
            Due.in(slot, due.lapsesAt()),
            MessageState.QUEUED,
            version + 1,
            sentAt,
            why,
            reference)
        : become(MessageState.EXPIRED, why);
  }

  /**
   * Its programme rests: a reminder after a sale keeps its patience for when that goes on, in the
   * next window; a greeting, advice or a promise is worth nothing later.
   */
  public Message resting(Instant now) {
    if (purpose() != Purpose.REMINDERS || saleId() == null) {
      return now.isAfter(due.lapsesAt())
          ? become(MessageState.EXPIRED, WINDOW_CLOSED)
          : again(now, WINDOW_CLOSED);
    }
    Slot slot = hours.window().atOrAfter(now, "programme rests, next window");
    Duration patience = Duration.between(due.closesAt(), due.lapsesAt());
    Due later =
        new Due(slot.dueAt(), slot.closesAt(), slot.closesAt().plus(patience), slot.explained());
    return with(channel, later, state, version + 1, sentAt, PROGRAMME_RESTS, reference);
  }

  /**
   * The same, when it is meant to be now, or expired where that is over. What is due stays so until
   * it has gone, and what is held back comes no earlier.
   */
  Message inLine(Occasion occasion, Instant now) {
    LocalHours there = LocalHours.of(occasion);
    Due meant = Due.of(occasion, there, now).lapsing(lapses(occasion));
    if (meant.late(now)) {
      return become(MessageState.EXPIRED, WINDOW_CLOSED);
    }
    boolean asMeant = attempts == 0 && reason == null;
    boolean dueAnyhow = !due.at().isAfter(now) && !meant.at().isAfter(now);
    boolean moves = !dueAnyhow && (asMeant ? !meant.sameTimeAs(due) : meant.at().isAfter(due.at()));
    int made = occasion.programme().version();
    return moves || !meant.lapsesAt().equals(due.lapsesAt()) || made != programmeVersion()
        ? at(moves ? meant : due.lapsing(meant.lapsesAt()), there, made, moves ? null : reason)
        : this;
  }

  /** A rest of its programme takes nothing of its patience. */
  private Instant lapses(Occasion occasion) {
    Instant meant = occasion.lapsesAt();
    return PROGRAMME_RESTS.equals(reason) && due.lapsesAt().isAfter(meant) ? due.lapsesAt() : meant;
  }

  /** What had made it needless is over: it is planned as if it were new, if there is time. */
  Message reopened(Occasion occasion, Instant now) {
    LocalHours there = LocalHours.of(occasion);
    return now.isAfter(occasion.lapsesAt())
        ? this
        : with(channel, due, beginning(occasion.channel()), version, sentAt, null, reference)
            .at(Due.of(occasion, there, now), there, occasion.programme().version(), null);
  }

  private Message at(Due time, LocalHours there, int made, @Nullable String why) {
    return new Message(
        id,
        origin.by(made),
        customerId,
        channel,
        time,
        there,
        state,
        attempts,
        epoch,
        version + 1,
        handed,
        sentAt,
        why,
        reference);
  }

  private Message with(
      @Nullable Channel way,
      Due time,
      MessageState standing,
      long next,
      @Nullable Instant at,
      @Nullable String why,
      @Nullable String name) {
    return new Message(
        id,
        origin,
        customerId,
        way,
        time,
        hours,
        standing,
        attempts,
        epoch,
        next,
        handed,
        at,
        why,
        name);
  }

  /** By what it is the same contact, also as a call. */
  public ContactKey key() {
    return new ContactKey(origin.causeId(), origin.programme(), origin.step());
  }

  public UUID causeId() {
    return origin.causeId();
  }

  public @Nullable UUID saleId() {
    return origin.saleId();
  }

  public @Nullable String storeId() {
    return origin.storeId();
  }

  public String programme() {
    return origin.programme();
  }

  public int programmeVersion() {
    return origin.programmeVersion();
  }

  public int step() {
    return origin.step();
  }

  public int priority() {
    return origin.priority();
  }

  public Purpose purpose() {
    return origin.purpose();
  }

  public String template() {
    return origin.template();
  }
}
