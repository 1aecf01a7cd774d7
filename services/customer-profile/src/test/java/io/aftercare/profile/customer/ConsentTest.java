package io.aftercare.profile.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.profile.customer.Consent.Answer;
import io.aftercare.profile.customer.Consent.Channel;
import io.aftercare.profile.customer.Consent.Purpose;
import io.aftercare.profile.customer.Consent.Source;
import io.aftercare.profile.customer.Consent.State;
import io.aftercare.profile.vault.TestVault;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentTest {

  private static final UUID ADA = UUID.randomUUID();
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

  private int recorded;

  @Test
  void the_latest_answer_to_a_question_stands() {
    var history = List.of(said(State.GIVEN, MONDAY), said(State.WITHDRAWN, TUESDAY));

    assertThat(Consent.standing(history))
        .extracting(Answer::state)
        .containsExactly(State.WITHDRAWN);
  }

  @Test
  void an_older_answer_that_arrives_late_does_not_stand() {
    var history = List.of(said(State.WITHDRAWN, TUESDAY), said(State.GIVEN, MONDAY));

    assertThat(Consent.standing(history))
        .extracting(Answer::state)
        .containsExactly(State.WITHDRAWN);
  }

  @Test
  void of_two_answers_of_one_instant_the_one_recorded_later_stands() {
    var first = said(State.GIVEN, MONDAY);
    var second = said(State.DECLINED, MONDAY);

    assertThat(Consent.standing(List.of(second, first)))
        .extracting(Answer::state)
        .containsExactly(State.DECLINED);
  }

  @Test
  void each_question_has_its_own_answer() {
    var history =
        List.of(
            consent(Purpose.MARKETING, Channel.SMS, State.DECLINED, TUESDAY),
            consent(Purpose.CARE_CALLS, Channel.CALL, State.GIVEN, MONDAY),
            consent(Purpose.CARE_CALLS, Channel.SMS, State.WITHDRAWN, MONDAY));

    assertThat(Consent.standing(history))
        .extracting(Answer::purpose, Answer::channel, Answer::state)
        .containsExactly(
            tuple(Purpose.CARE_CALLS, Channel.CALL, State.GIVEN),
            tuple(Purpose.CARE_CALLS, Channel.SMS, State.WITHDRAWN),
            tuple(Purpose.MARKETING, Channel.SMS, State.DECLINED));
  }

  private Consent said(State state, Instant at) {
    return consent(Purpose.CARE_CALLS, Channel.CALL, state, at);
  }

  private Consent consent(Purpose purpose, Channel channel, State state, Instant at) {
    var answer = new Answer(purpose, channel, state, "v1", at, Source.COUNTER, null);
    return new Consent(ADA, ++recorded, answer, at, "till-1", TestVault.ofKey(1).create(ADA));
  }
}
