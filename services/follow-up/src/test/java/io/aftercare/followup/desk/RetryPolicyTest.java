package io.aftercare.followup.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.followup.desk.RetryPolicy.Attempt;
import io.aftercare.followup.desk.RetryPolicy.Next;
import io.aftercare.followup.window.People;
import io.aftercare.followup.window.Person;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of dispositions. 2026-03-10 is a Tuesday. */
class RetryPolicyTest {

  private static final ZoneId BOSTON = ZoneId.of("America/New_York");
  private final Person bostonian = new Person(BOSTON, BOSTON, null, "US", "MA");
  private final RetryPolicy policy = new RetryPolicy(Rules.asShipped().retry(), People.window());

  @ParameterizedTest
  @CsvSource({
    "NO_ANSWER, 2026-03-10T10:00, 2026-03-10T13:00",
    "NO_ANSWER, 2026-03-10T17:30, 2026-03-11T09:00",
    "BUSY, 2026-03-10T10:00, 2026-03-10T10:20",
    "BUSY, 2026-03-10T19:50, 2026-03-11T09:00",
    "LINE_FAILED, 2026-03-10T10:00, 2026-03-10T10:30",
    "WRONG_PERSON, 2026-03-10T10:00, 2026-03-10T13:00",
    "VOICEMAIL_LEFT, 2026-03-10T10:00, 2026-03-11T09:00",
    "VOICEMAIL_LEFT, 2026-03-10T17:00, 2026-03-11T11:00",
    "VOICEMAIL_LEFT, 2026-03-14T12:00, 2026-03-16T09:00",
  })
  void whoWasNotReachedIsTriedAgain(Disposition disposition, String ended, String due) {
    assertThat(dueAfter(disposition, 1, ended)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY, 2026-03-10T09:05, 2026-03-10T09:30, 2026-03-10T12:00",
    "NO_ANSWER, 2026-03-10T09:05, 2026-03-10T12:10, 2026-03-10T17:00",
    "NO_ANSWER, 2026-03-10T13:00, 2026-03-10T18:00, 2026-03-11T09:00",
    "BUSY, 2026-03-10T18:00, 2026-03-10T18:20, 2026-03-11T09:00",
    "NO_ANSWER, 2026-03-14T13:00, 2026-03-14T18:00, 2026-03-16T09:00",
  })
  void theLastAttemptLiesInAnotherPartOfTheDay(
      Disposition disposition, String first, String second, String due) {
    assertThat(dueAfter(disposition, 2, first, second)).isEqualTo(due);
  }

  @Test
  void aPersonWithOneHourADayIsTriedInThatHour() {
    Person early =
        new Person(
            BOSTON,
            BOSTON,
            new io.aftercare.followup.window.Preference(
                java.time.LocalTime.of(9, 0), java.time.LocalTime.of(10, 0)),
            "US",
            "MA");

    Next next =
        policy.after(
            attempt(Disposition.NO_ANSWER, 2, "2026-03-10T09:10", "2026-03-11T09:10"), early);

    assertThat(due(next)).isEqualTo("2026-03-12T09:00");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NO_ANSWER",
        "BUSY",
        "LINE_FAILED",
        "WRONG_PERSON",
        "VOICEMAIL_LEFT",
        "WRONG_NUMBER"
      })
  void threeAttemptsAreEnough(Disposition disposition) {
    assertThat(policy.after(attempt(disposition, 3, "2026-03-10T17:00"), bostonian))
        .isEqualTo(new Next.Unreached());
  }

  @Test
  void aWrongNumberIsNeverDialledAgainButTheNextOneIsAtOnce() {
    Attempt wrong = attempt(Disposition.WRONG_NUMBER, 1, "2026-03-10T10:00");
    Attempt last =
        new Attempt(wrong.disposition(), 1, wrong.endedAt(), null, false, wrong.began(), null);

    assertThat(due(policy.after(wrong, bostonian))).isEqualTo("2026-03-10T10:00");
    assertThat(policy.after(last, bostonian)).isEqualTo(new Next.Unreached());
  }

  @Test
  void aPromiseIsKeptToTheMinuteWhateverTheNumberOfAttempts() {
    Instant at = instant("2026-03-12T08:15");
    Attempt third =
        new Attempt(
            Disposition.CALL_BACK, 3, instant("2026-03-10T10:00"), at, true, List.of(), null);

    assertThat(policy.after(third, bostonian))
        .isInstanceOfSatisfying(
            Next.Promised.class, promised -> assertThat(promised.slot().dueAt()).isEqualTo(at));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "NO_ANSWER",
        "BUSY",
        "LINE_FAILED",
        "WRONG_PERSON",
        "VOICEMAIL_LEFT",
        "WRONG_NUMBER",
        "CALL_BACK"
      })
  void whoWasSpokenWithIsNot(Disposition disposition) {
    assertThat(policy.after(attempt(disposition, 1, "2026-03-10T10:00"), bostonian))
        .isEqualTo(new Next.Finished());
  }

  private String dueAfter(Disposition disposition, int number, String... ended) {
    return due(policy.after(attempt(disposition, number, ended), bostonian));
  }

  private static String due(Next next) {
    return ((Next.Again) next).slot().dueAt().atZone(BOSTON).toLocalDateTime().toString();
  }

  private static Attempt attempt(Disposition disposition, int number, String... ended) {
    List<Instant> began = new ArrayList<>();
    Arrays.stream(ended).forEach(time -> began.add(instant(time)));
    return new Attempt(disposition, number, began.getLast(), null, true, began, null);
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(BOSTON).toInstant();
  }

  /** The rules with their defaults. */
  static final class Rules {
    static DeskRules asShipped() {
      return new SmallRyeConfigBuilder()
          .withMapping(DeskRules.class)
          .build()
          .getConfigMapping(DeskRules.class);
    }

    private Rules() {}
  }
}
