package io.aftercare.followup.message;

import io.aftercare.followup.window.MessageWindow;
import io.aftercare.followup.window.Slot;
import io.aftercare.kit.time.Ids;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one customer, or one word to say at the counter. Each change that others should
 * hear of makes its version grow; being claimed by a sender is none.
 *
 * @param causeId the sale or the offer
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
    UUID causeId,
    @Nullable UUID saleId,
    UUID customerId,
    @Nullable String storeId,
    String programme,
    int programmeVersion,
    int step,
    int priority,
    Purpose purpose,
    String template,
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

  /**
   * When it may be sent.
   *
   * @param at first instant
   * @param closesAt first instant at which it may no longer be sent in this window
   * @param lapsesAt last instant at which what was meant is still worth sending
   * @param explained how the time was found, in plain words
   */
  public record Due(Instant at, Instant closesAt, Instant lapsesAt, String explained) {}

  /** Hours of the day by the reader's clock, half-open. */
  public record LocalHours(LocalTime opens, LocalTime closes, ZoneId zone) {

    MessageWindow window() {
      return new MessageWindow(opens, closes, zone);
    }
  }

  /** Planned, or recorded as one that comes too late or must not be sent. */
  static Message of(Occasion occasion, Instant now) {
    LocalHours hours =
        new LocalHours(
            occasion.step().hours().opens(), occasion.step().hours().closes(), occasion.zone());
    boolean late = now.isAfter(occasion.lapsesAt());
    Slot slot = occasion.slot();
    if (!late && !now.isBefore(slot.closesAt())) {
      slot = hours.window().atOrAfter(now, slot.explained() + ", that has closed, next window");
    }
    Message message =
        new Message(
            Ids.next(),
            occasion.causeId(),
            occasion.saleId(),
            occasion.customerId(),
            occasion.storeId(),
            occasion.programme().key(),
            occasion.programme().version(),
            occasion.step().number(),
            occasion.step().priority(),
            Purpose.ofProgramme(occasion.programme().key()),
            occasion.template(),
            occasion.channel(),
            new Due(slot.dueAt(), slot.closesAt(), occasion.lapsesAt(), slot.explained()),
            hours,
            occasion.channel() == Channel.IN_PERSON ? MessageState.WAITING : MessageState.QUEUED,
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
    return late ? message.standing(MessageState.EXPIRED, "window-closed") : message;
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
    return new Message(
        id,
        causeId,
        saleId,
        owner,
        storeId,
        programme,
        programmeVersion,
        step,
        priority,
        purpose,
        template,
        channel,
        due,
        new LocalHours(hours.opens(), hours.closes(), zone),
        state,
        attempts,
        epoch,
        version,
        handed,
        sentAt,
        reason,
        reference);
  }

  /** Its reader's clock allows it now. */
  public boolean mayBeSent(Instant now) {
    return !hours.window().atOrAfter(now, "").dueAt().isAfter(now);
  }

  /** It goes to a provider this way; what it is worth is told once it is known. */
  public Message handedTo(Channel way) {
    return new Message(
        id,
        causeId,
        saleId,
        customerId,
        storeId,
        programme,
        programmeVersion,
        step,
        priority,
        purpose,
        template,
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
    if (slot.dueAt().isAfter(due.lapsesAt())) {
      return become(MessageState.EXPIRED, why);
    }
    Due other = new Due(slot.dueAt(), slot.closesAt(), due.lapsesAt(), slot.explained());
    return with(channel, other, MessageState.QUEUED, version + 1, sentAt, why, reference);
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
        causeId,
        saleId,
        customerId,
        storeId,
        programme,
        programmeVersion,
        step,
        priority,
        purpose,
        template,
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
}
