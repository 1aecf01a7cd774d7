package io.aftercare.profile.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.profile.card.GreetCard.Matter;
import io.aftercare.profile.card.GreetCard.OpenComplaint;
import io.aftercare.profile.card.GreetCard.Refill;
import io.aftercare.profile.customer.Allergy;
import io.aftercare.profile.customer.Caution;
import io.aftercare.profile.customer.Customer.Status;
import io.aftercare.profile.customer.Person;
import io.aftercare.profile.customer.TakeCare;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GreetingTest {

  private static final CardRules RULES =
      new CardRules() {
        @Override
        public int birthdayWithin() {
          return 7;
        }

        @Override
        public int refillAhead() {
          return 7;
        }

        @Override
        public int refillForgotten() {
          return 60;
        }
      };

  private static final Caution CAUTION =
      new Caution("hard of hearing", "speak slowly", "agent-ann", Instant.EPOCH);

  @Test
  void a_birthday_is_seen_a_week_ahead_and_on_the_day() {
    assertThat(birthdayIn("1950-03-21", "2026-03-21")).isZero();
    assertThat(birthdayIn("1950-03-21", "2026-03-14")).isEqualTo(7);
    assertThat(birthdayIn("1950-03-21", "2026-03-13")).isNull();
    assertThat(birthdayIn("1950-03-21", "2026-03-22")).isNull();
    assertThat(birthdayIn(null, "2026-03-22")).isNull();
  }

  @Test
  void a_birthday_is_seen_over_the_turn_of_the_year() {
    assertThat(birthdayIn("1950-01-02", "2026-12-30")).isEqualTo(3);
  }

  @Test
  void who_was_born_on_a_leap_day_has_a_birthday_every_year() {
    assertThat(birthdayIn("2000-02-29", "2026-02-28")).isZero();
    assertThat(birthdayIn("2000-02-29", "2028-02-28")).isEqualTo(1);
  }

  @Test
  void the_weightiest_comes_first() {
    var penicillin = List.of(new Allergy("J01C", "penicillin"));

    assertThat(greeting("1950-03-21", penicillin, CAUTION, false, false).matters(RULES))
        .containsExactly(
            Matter.TAKE_CARE,
            Matter.ALLERGIES,
            Matter.OPEN_COMPLAINT,
            Matter.REFILL_DUE,
            Matter.BIRTHDAY,
            Matter.ASK_FOR_NUMBER,
            Matter.ASK_FOR_CONSENT);
    assertThat(greeting("1950-07-01", List.of(), null, true, true).matters(RULES)).isEmpty();
  }

  @Test
  void a_supply_is_spoken_of_when_it_ends_soon_or_ended_not_long_ago() {
    var supplies =
        List.of(
            supply("forgotten", "2026-01-18"),
            supply("overdue", "2026-01-19"),
            supply("soon", "2026-03-27"),
            supply("later", "2026-03-28"));

    assertThat(
            greeting(null, "2026-03-20", List.of(), null, supplies, null, true, true)
                .dueRefills(RULES))
        .extracting(Refill::name)
        .containsExactly("overdue", "soon");
  }

  private static Refill supply(String name, String ends) {
    return new Refill(name, LocalDate.parse(ends));
  }

  private static @Nullable Integer birthdayIn(@Nullable String born, String today) {
    return greeting(born, today, List.of(), null, List.of(), null, true, true).birthdayIn(RULES);
  }

  private static Greeting greeting(
      String born,
      List<Allergy> allergies,
      @Nullable Caution caution,
      boolean reachable,
      boolean asked) {
    return greeting(
        born,
        "2026-03-20",
        allergies,
        caution,
        asked ? List.of() : List.of(supply("Ramipril", "2026-03-25")),
        asked ? null : new OpenComplaint("wait", Instant.EPOCH),
        reachable,
        asked);
  }

  private static Greeting greeting(
      @Nullable String born,
      String today,
      List<Allergy> allergies,
      @Nullable Caution caution,
      List<Refill> supplies,
      @Nullable OpenComplaint complaint,
      boolean reachable,
      boolean asked) {
    var person =
        new Person(
            "Ada",
            null,
            null,
            null,
            born == null ? null : LocalDate.parse(born),
            null,
            null,
            null,
            List.of(),
            allergies);
    return new Greeting(
        Status.ACTIVE,
        person,
        List.of("ig"),
        false,
        TakeCare.of(caution),
        LocalDate.parse(today),
        null,
        null,
        supplies,
        complaint,
        reachable,
        asked);
  }
}
