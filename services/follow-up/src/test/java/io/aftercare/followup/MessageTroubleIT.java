package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that are busy or away, and senders that die. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class MessageTroubleIT {

  private final UUID customer = UUID.randomUUID();

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

  @Test
  void a_busy_provider_is_tried_again_with_the_same_key() {
    Post.smsAnswers(customer, 503);
    UUID cause = Post.greets(customer);
    Awaitility.await().until(() -> "provider-busy".equals(Post.reason(cause)));

    Post.smsAnswers(customer, 202);
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusMinutes(2));
    Post.becomes(cause, "sent");

    assertThat(Post.smsTo(customer))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).startsWith(Post.id(cause) + " "));
  }

  @Test
  void a_provider_that_stays_busy_is_given_up_on() {
    Post.smsAnswers(customer, 429);
    UUID cause = Post.greets(customer);
    for (int attempt = 1; attempt < 6; attempt++) {
      int tried = attempt;
      Awaitility.await().until(() -> Post.smsTo(customer).size() == tried);
      Awaitility.await().until(() -> "provider-busy".equals(Post.reason(cause)));
      AdjustableClock.at(AdjustableClock.now().plus(Duration.ofMinutes(1L << (tried - 1))));
    }

    Post.becomes(cause, "failed");
    assertThat(Post.smsTo(customer)).hasSize(6);
  }

  @Test
  void what_a_provider_refuses_has_failed() {
    Post.smsAnswers(customer, 400);
    UUID cause = Post.greets(customer);

    Post.becomes(cause, "failed");
    assertThat(Post.reason(cause)).isEqualTo("refused-by-provider");
  }

  @Test
  void a_mail_server_that_is_away_is_waited_for() {
    Post.onlyBy(customer, "email");
    Post.mailServer("off");
    UUID cause;
    try {
      cause = Post.greets(customer);
      Awaitility.await().until(() -> "provider-unavailable".equals(Post.reason(cause)));
    } finally {
      Post.mailServer("on");
    }
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusMinutes(2));

    Post.mailTo(customer);
    Post.becomes(cause, "sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken", "unknown"})
  void a_file_that_cannot_answer_sends_nothing_and_is_asked_again(String trouble) {
    Chain.fileAnswers(customer, trouble);
    UUID cause = Post.greets(customer);
    Awaitility.await().until(() -> Post.reason(cause) != null);
    assertThat(Post.smsTo(customer)).isEmpty();

    Chain.fileAnswers(customer, "{}");
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusMinutes(6));
    Post.becomes(cause, "sent");
  }

  @Test
  void what_a_sender_left_before_handing_it_over_is_sent() {
    UUID cause = lost("sms", false);

    Post.becomes(cause, "sent");
    assertThat(Post.smsTo(customer)).hasSize(1);
  }

  @Test
  void what_may_have_reached_a_provider_is_repeated_under_its_key() {
    UUID cause = lost("sms", true);

    Post.becomes(cause, "sent");
    assertThat(Post.smsTo(customer).getFirst()).startsWith(Post.id(cause) + " ");
  }

  @Test
  void what_may_have_reached_a_mail_server_is_not_repeated() {
    UUID cause = lost("email", true);

    Post.becomes(cause, "failed");
    assertThat(Post.reason(cause)).isEqualTo("unconfirmed");
    assertThat(Post.mailsTo(customer)).isEmpty();
  }

  /** A sender claimed it, perhaps handed it over, and died. */
  private UUID lost(String channel, boolean handed) {
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T08:30"));
    UUID cause = Post.greets(customer);
    Chain.sql(
        """
        update message set state = 'sending', epoch = 1, channel = '%s', attempts = 1, handed_at = %s,
          lease_until = clock_timestamp() - interval '1 second'
        where cause_id = '%s'
        """
            .formatted(channel, handed ? "due_at" : "null", cause));
    AdjustableClock.boston(AdjustableClock.TUESDAY);
    return cause;
  }

  @Test
  void what_nobody_could_send_in_time_has_expired() {
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T08:30"));
    UUID cause = Post.greets(customer);

    AdjustableClock.boston(LocalDateTime.parse("2026-03-13T21:00"));

    Post.becomes(cause, "expired");
    assertThat(Post.smsTo(customer)).isEmpty();
  }
}
