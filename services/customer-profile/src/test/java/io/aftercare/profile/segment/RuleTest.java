package io.aftercare.profile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.segment.Criterion.Adherence;
import io.aftercare.profile.segment.Criterion.Age;
import io.aftercare.profile.segment.Criterion.ConsentIs;
import io.aftercare.profile.segment.Criterion.LanguageIs;
import io.aftercare.profile.segment.Criterion.LastVisit;
import io.aftercare.profile.segment.Criterion.Medicine;
import io.aftercare.profile.segment.Criterion.Not;
import io.aftercare.profile.segment.Criterion.SpendInYear;
import io.aftercare.profile.segment.Criterion.StoreIs;
import io.aftercare.profile.segment.Criterion.Visits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom a rule takes in, asked of a few people whose facts are plain to see. */
class RuleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  private final Words words = new Words();
  private final Block block = new Block(4);

  RuleTest() {
    set(0, "1961-03-01", "en,es", 12, "2026-03-01", "250.00", 95, "C09AA05", true);
    set(1, "1961-04-01", "zh-Hans", 2, "2025-01-01", "99.99", 40, "A10BA02", true);
    set(2, null, "en", 0, null, "0.00", null, null, true);
    set(3, "1961-03-01", "en", 12, "2026-03-01", "250.00", 95, "C09AA05", false);
  }

  @Test
  void years_are_full_by_the_month_of_birth_and_an_unknown_one_fits_nothing() {
    assertThat(fit(new Age(65, null))).containsExactly(0);
    assertThat(fit(new Age(null, 65))).containsExactly(1);
    assertThat(fit(new Age(64, 66))).containsExactly(0, 1);
  }

  @Test
  void denial_takes_in_whoever_is_unknown_but_nobody_who_is_no_customer() {
    assertThat(fit(new Not(new Age(65, null)))).containsExactly(1, 2);
    assertThat(fit(new Not(new Not(new Age(65, null))))).containsExactly(0);
  }

  @Test
  void bounds_hold_from_the_lower_one_up_to_just_below_the_upper_one() {
    assertThat(fit(new Visits(2, 12))).containsExactly(1);
    assertThat(fit(new Visits(null, 3))).containsExactly(1, 2);
    assertThat(fit(new Adherence(40, 95))).containsExactly(1);
    assertThat(fit(new SpendInYear(new BigDecimal("99.99"), null, "USD"))).containsExactly(0, 1);
    assertThat(fit(new SpendInYear(new BigDecimal("99.99"), null, "EUR"))).isEmpty();
    assertThat(fit(new SpendInYear(null, new BigDecimal("1000000000"), null)))
        .containsExactly(0, 1, 2);
  }

  @Test
  void who_was_never_here_was_not_here_long_ago_either() {
    assertThat(fit(new LastVisit(null, 30))).containsExactly(0);
    assertThat(fit(new LastVisit(30, null))).containsExactly(1);
  }

  @Test
  void words_are_found_by_what_they_begin_with_where_that_is_their_sense() {
    assertThat(fit(new LanguageIs(List.of("zh", "es")))).containsExactly(0, 1);
    assertThat(fit(new Medicine("C09", 30))).containsExactly(0);
    assertThat(fit(new StoreIs(List.of("boston-1")))).containsExactly(0, 1, 2);
    assertThat(
            fit(
                new ConsentIs(
                    Consent.Purpose.CARE_CALLS, Consent.Channel.CALL, ConsentIs.Answer.NOT_ASKED)))
        .containsExactly(1, 2);
  }

  @Test
  void a_rule_takes_in_whom_all_of_it_fits_and_two_rules_differ_in_the_rest() {
    Rule one = new Rule(List.of(new Age(64, 66), new Visits(null, 12)));
    Rule other = new Rule(List.of(new Visits(null, 12)));

    assertThat(found(one.sieve(words, TODAY))).containsExactly(1);
    assertThat(found(new Sieve.Differs(one.sieve(words, TODAY), other.sieve(words, TODAY))))
        .containsExactly(2);
  }

  private int[] fit(Criterion criterion) {
    return found(new Rule(List.of(criterion)).sieve(words, TODAY));
  }

  private int[] found(Sieve sieve) {
    int[] places = IntStream.range(0, 4).toArray();
    return Arrays.copyOf(places, sieve.search(block, places));
  }

  private void set(
      int place,
      String born,
      String languages,
      int visits,
      String lastVisit,
      String spend,
      Integer pdc,
      String atc,
      boolean active) {
    LocalDate last = lastVisit == null ? null : LocalDate.parse(lastVisit);
    var medicines = new TreeMap<String, LocalDate>();
    if (atc != null) {
      medicines.put(atc, last);
    }
    block.set(
        place,
        new Facts(
            new UUID(0, place),
            active,
            null,
            born == null ? null : LocalDate.parse(born),
            "boston-1",
            languages,
            place == 0 ? "CARE_CALLS/CALL=GIVEN" : "",
            visits,
            visits,
            last,
            null,
            new BigDecimal(spend),
            "USD",
            pdc,
            last,
            medicines,
            null),
        words);
  }
}
