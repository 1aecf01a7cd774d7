package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages from their planning to a real mail server and a provider over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class MessagesIT {

  private final UUID customer = UUID.randomUUID();
  private Chain chain;

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
    chain = new Chain();
  }

  @AfterEach
  void close() throws InterruptedException {
    chain.close();
  }

  @Test
  void a_greeting_arrives_by_mail_and_says_how_to_stop_it() {
    Post.onlyBy(customer, "email");
    UUID cause = Post.greets(customer);

    String mail = Post.mailTo(customer);

    assertThat(mail)
        .contains("Subject-Decoded: Happy birthday from Aftercare Pharmacy", "Dear Ann,")
        .containsPattern("List-Unsubscribe: <http://care\\.example/opt-out/[A-Za-z0-9_-]{43}>")
        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        .contains("No more of these: http://care.example/opt-out/");
    Post.becomes(cause, "sent");
    JsonNode told = chain.awaits(EventTypes.MESSAGE_CHANGED, Post.id(cause));
    assertThat(told.get("state").asText()).isEqualTo("sent");
    assertThat(told.get("channel").asText()).isEqualTo("email");
    assertThat(told.get("purpose").asText()).isEqualTo("marketing");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 祝您生日快乐", "th, สุขสันต์วันเกิดจาก", "fr-FR, Happy birthday"})
  void it_speaks_the_language_of_its_reader_else_english(String language, String subject) {
    Post.onlyBy(customer, "email");
    Post.fileAnswers(
        customer,
        "email",
        """
        {"allowed": true, "address": "%s@example.org", "language": "%s", "preferredName": "Ann"}
        """
            .formatted(customer, language));

    Post.greets(customer);

    assertThat(Post.mailTo(customer)).contains(subject);
  }

  @Test
  void a_message_by_sms_is_signed_and_carries_its_key() {
    UUID cause = Post.greets(customer);
    Post.becomes(cause, "sent");

    String[] sms = Post.smsTo(customer).getFirst().split(" ", 4);

    assertThat(sms[0]).isEqualTo(Post.id(cause));
    assertThat(sms[2]).isEqualTo(Post.signature(sms[1], sms[3]));
    assertThat(sms[3]).contains("\"language\":\"en\"", "Dear Ann", "/opt-out/");
    assertThat(Chain.text("select reference from message")).isEqualTo("sms-sms-" + customer);
  }

  @Test
  void planned_twice_it_is_sent_and_told_once() {
    UUID cause = UUID.randomUUID();
    Post.plans(cause, customer, "greeting", "birthday", null, null);
    Post.plans(cause, customer, "greeting", "birthday", null, null);
    Post.becomes(cause, "sent");

    assertThat(Chain.count("select count(*) from message")).isEqualTo(1);
    assertThat(Post.smsTo(customer)).hasSize(1);
  }

  @Test
  void a_channel_that_the_customer_does_not_want_leads_to_the_next() {
    Post.fileRefuses(customer, "sms", "consent-withdrawn");

    Post.greets(customer);

    assertThat(Post.mailTo(customer)).contains("Dear Ann");
    assertThat(Post.smsTo(customer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "consent-withdrawn, opted-out",
    "consent-not-given, cancelled",
    "no-address, failed",
    "deceased, cancelled",
    "do-not-call, cancelled"
  })
  void a_no_in_the_moment_of_sending_ends_it_by_its_name(String reason, String state) {
    Post.fileRefuses(customer, "sms", reason);
    Post.fileRefuses(customer, "email", reason);

    UUID cause = Post.greets(customer);

    Post.becomes(cause, state);
    assertThat(Post.reason(cause)).isEqualTo(reason);
    assertThat(Post.smsTo(customer)).isEmpty();
    assertThat(Post.mailsTo(customer)).isEmpty();
  }

  @Test
  void it_asks_for_the_consent_of_its_purpose_and_channel() {
    UUID cause = UUID.randomUUID();
    Post.plans(cause, customer, "refill", "refill", null, null);
    Post.becomes(cause, "sent");

    assertThat(String.join("\n", Chain.fileHeard(customer)))
        .contains("message-permit", Post.id(cause), "\"reminders\"", "\"sms\"");
  }

  @Test
  void nothing_goes_in_the_quiet_hours() {
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T20:30"));
    UUID cause = Post.greets(customer);
    UUID other = UUID.randomUUID();
    assertThat(
            Chain.text("select due_at::text from message where cause_id = '%s'".formatted(cause)))
        .startsWith("2026-03-11 13:00");

    AdjustableClock.boston(LocalDateTime.parse("2026-03-11T08:59"));
    Post.plans(other, UUID.randomUUID(), "greeting", "birthday", null, null);
    assertThat(Post.smsTo(customer)).isEmpty();

    AdjustableClock.boston(LocalDateTime.parse("2026-03-11T09:00"));
    Post.becomes(cause, "sent");
  }

  @Test
  void a_second_message_of_the_day_waits_for_the_next() {
    UUID first = Post.greets(customer);
    Post.becomes(first, "sent");

    UUID second = Post.greets(customer);
    Awaitility.await().until(() -> "daily-cap".equals(Post.reason(second)));
    assertThat(Post.smsTo(customer)).hasSize(1);

    AdjustableClock.boston(LocalDateTime.parse("2026-03-11T09:00"));
    Post.becomes(second, "sent");
  }

  @Test
  void a_fourth_message_of_the_week_waits_until_there_is_room() {
    for (int day = 10; day <= 12; day++) {
      AdjustableClock.boston(LocalDateTime.of(2026, 3, day, 11, 0));
      Post.becomes(Post.greets(customer), "sent");
    }
    AdjustableClock.boston(LocalDateTime.parse("2026-03-14T11:00"));
    UUID fourth = Post.greets(customer);

    Awaitility.await().until(() -> "weekly-cap".equals(Post.reason(fourth)));

    assertThat(
            Chain.text("select due_at::text from message where cause_id = '%s'".formatted(fourth)))
        .startsWith("2026-03-17 13:00");
  }

  @Test
  void neither_address_nor_text_is_kept() {
    Post.onlyBy(customer, "email");
    UUID cause = Post.greets(customer);
    Post.becomes(cause, "sent");

    for (String table : new String[] {"message", "outbox", "access_log"}) {
      assertThat(
              Chain.count(
                  "select count(*) from %s t where t::text like '%%example.org%%' or t::text like '%%Ann%%'"
                      .formatted(table)))
          .isZero();
    }
  }
}
