package io.aftercare.followup.desk;

import io.aftercare.followup.programme.Retry;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Hours;
import io.aftercare.followup.window.Person;
import io.aftercare.followup.window.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows an attempt. A policy: it asks nobody. Who was not reached is tried again after a
 * while, a few times, the last in another part of the day; who was spoken with is not.
 */
final class RetryPolicy {

  /** What follows. */
  sealed interface Next {

    /** The customer was spoken with: this step is closed. */
    record Finished() implements Next {}

    /** Tried often enough, or there is no number left. */
    record Unreached() implements Next {}

    /** To be tried again in this slot. */
    record Again(Slot slot) implements Next {}

    /** Promised for this slot. */
    record Promised(Slot slot) implements Next {}
  }

  /**
   * An attempt that has ended.
   *
   * @param number its place among the attempts, from 1
   * @param callBackAt only for a call-back
   * @param anotherNumber whether one is left; asked only for a wrong number
   * @param began when this attempt and the earlier ones were dialled
   * @param own what the programme says of it; absent where as for all
   */
  record Attempt(
      Disposition disposition,
      int number,
      Instant endedAt,
      @Nullable Instant callBackAt,
      boolean anotherNumber,
      List<Instant> began,
      @Nullable Retry own) {

    int atMost(int usual) {
      return own == null || own.attempts() == null ? usual : own.attempts();
    }

    Duration delay(Duration usual) {
      Integer minutes =
          own == null || own.minutes() == null ? null : own.minutes().get(disposition.key());
      return minutes == null ? usual : Duration.ofMinutes(minutes);
    }
  }

  private enum PartOfDay {
    MORNING,
    AFTERNOON,
    EVENING;

    static PartOfDay of(LocalTime time) {
      if (time.getHour() < 12) {
        return MORNING;
      }
      return time.getHour() < 17 ? AFTERNOON : EVENING;
    }

    ZonedDateTime after(ZonedDateTime local) {
      return switch (this) {
        case MORNING -> local.with(LocalTime.NOON);
        case AFTERNOON -> local.with(LocalTime.of(17, 0));
        case EVENING -> local.plusDays(1).with(Hours.DAY.opens());
      };
    }
  }

  /** Enough to meet every part of the day twice, also over a weekend. */
  private static final int PARTS_AHEAD = 12;

  private final DeskRules.Retries rules;
  private final CallWindow window;

  RetryPolicy(DeskRules.Retries rules, CallWindow window) {
    this.rules = rules;
    this.window = window;
  }

  Next after(Attempt attempt, Person person) {
    return switch (attempt.disposition()) {
      case CALL_BACK -> promised(attempt, person);
      case NO_ANSWER -> again(attempt, rules.noAnswer(), person);
      case BUSY -> again(attempt, rules.busy(), person);
      case LINE_FAILED -> again(attempt, rules.lineFailed(), person);
      case WRONG_PERSON -> again(attempt, rules.wrongPerson(), person);
      case VOICEMAIL_LEFT -> again(attempt, rules.voicemailLeft(), person);
      case WRONG_NUMBER ->
          attempt.anotherNumber() ? again(attempt, Duration.ZERO, person) : new Next.Unreached();
      case DONE_WELL,
          DONE_PROBLEM,
          HANDED_TO_PHARMACIST,
          SUSPECTED_ADVERSE_REACTION,
          COMPLAINT,
          DECLINED_TODAY,
          DO_NOT_CALL,
          ENDED_FOR_ABUSE,
          DECEASED ->
          new Next.Finished();
    };
  }

  private Next promised(Attempt attempt, Person person) {
    Instant at = attempt.callBackAt();
    if (at == null) {
      throw new IllegalArgumentException("A call-back without a time");
    }
    return new Next.Promised(window.promised(at, person));
  }

  private Next again(Attempt attempt, Duration delay, Person person) {
    int atMost = attempt.atMost(rules.attempts());
    if (attempt.number() >= atMost) {
      return new Next.Unreached();
    }
    String intro =
        "%s at %s, attempt %d of %d"
            .formatted(
                attempt.disposition().key(),
                attempt.endedAt().atZone(person.zone()).toLocalTime().withSecond(0).withNano(0),
                attempt.number() + 1,
                atMost);
    Slot soonest =
        window.atOrAfter(attempt.endedAt().plus(attempt.delay(delay)), person, Hours.DAY, intro);
    boolean last = attempt.number() + 1 == atMost;
    // A number that was never dialled is as good at any time of the day.
    boolean sameNumber = attempt.disposition() != Disposition.WRONG_NUMBER;
    return new Next.Again(
        last && sameNumber ? inAnotherPart(soonest, attempt, person, intro) : soonest);
  }

  /**
   * The soonest slot in a part of the day that was not tried; where the person's hours leave none,
   * the soonest.
   */
  private Slot inAnotherPart(Slot soonest, Attempt attempt, Person person, String intro) {
    Set<PartOfDay> tried = EnumSet.noneOf(PartOfDay.class);
    attempt.began().forEach(began -> tried.add(part(began, person)));
    Slot slot = soonest;
    for (int i = 0; i < PARTS_AHEAD; i++) {
      PartOfDay part = part(slot.dueAt(), person);
      if (!tried.contains(part)) {
        return slot;
      }
      Instant next = part.after(slot.dueAt().atZone(person.zone())).toInstant();
      slot = window.atOrAfter(next, person, Hours.DAY, intro + ", another part of the day");
    }
    return soonest;
  }

  private static PartOfDay part(Instant instant, Person person) {
    return PartOfDay.of(instant.atZone(person.zone()).toLocalTime());
  }
}
