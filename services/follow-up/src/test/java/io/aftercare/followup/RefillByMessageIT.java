package io.aftercare.followup;

import static io.aftercare.followup.CustomerMother.customer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders of what runs out go the way the customer likes best. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class RefillByMessageIT {

  private static Chain chain;
  private final UUID ada = UUID.randomUUID();

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

  @Test
  void who_likes_messages_best_is_written_to_and_not_called() {
    likes(1, "sms");

    SaleEvent sale = pickUp("2026-03-02");
    chain.tells(sale);
    becomes(sale, "queued");

    JsonNode told = chain.awaits(EventTypes.MESSAGE_SCHEDULED, Post.id(sale.saleId()));
    assertThat(told.get("programme").asText()).isEqualTo("refill");
    assertThat(told.get("dueAt").asText()).isEqualTo("2026-03-25T13:00:00Z");
    assertThat(told.get("purpose").asText()).isEqualTo("reminders");
    assertThat(Chain.callsOf(sale)).isEmpty();
    AdjustableClock.boston(LocalDateTime.parse("2026-03-25T10:00"));
    becomes(sale, "sent");
    assertThat(Post.smsTo(ada)).hasSize(1);
  }

  @Test
  void of_a_high_alert_medicine_a_customer_is_reminded_by_a_call() {
    likes(1, "sms");

    SaleEvent warfarin =
        SaleMother.at("2026-03-02T10:00:00-05:00")
            .of(ada)
            .line("B01AA03", 30, "high-alert")
            .build();
    List<JsonPath> calls = chain.sells(warfarin, 3);

    assertThat(calls).extracting(call -> call.getString("programme")).contains("refill");
    assertThat(Post.id(warfarin.saleId())).isNull();
  }

  @Test
  void who_likes_calls_best_or_did_not_say_is_called() {
    likes(1, "call");
    assertThat(chain.sells(pickUp("2026-03-02"), 1)).hasSize(1);
    chain.tells(customer(ada).version(2).likingBest("post").build());
    assertThat(chain.sells(pickUp("2026-03-03"), 1)).hasSize(1);
  }

  @Test
  void a_wish_that_changes_moves_what_waits_there_and_back() {
    SaleEvent sale = pickUp("2026-03-02");
    String call = chain.sells(sale, 1).getFirst().getString("id");

    likes(1, "sms");
    becomes(sale, "queued");
    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, call);
    assertThat(told.get("cancelReason").asText()).isEqualTo("channel-changed");

    likes(2, "call");
    becomes(sale, "cancelled");
    assertThat(Post.reason(sale.saleId())).isEqualTo("channel-changed");
    awaitCall(sale, "planned");
    assertThat(Chain.callsOf(sale).getFirst().getString("dueAt")).isEqualTo("2026-03-25T13:00:00Z");

    likes(3, "wechat");
    becomes(sale, "queued");
    awaitCall(sale, "cancelled");
    assertThat(Chain.count("select count(*) from message")).isEqualTo(1);
  }

  @Test
  void what_has_gone_is_not_repeated_another_way() {
    likes(1, "sms");
    SaleEvent sale = pickUp("2026-03-02");
    chain.tells(sale);
    becomes(sale, "queued");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-25T10:00"));
    becomes(sale, "sent");

    likes(2, "call");
    chain.settles();

    assertThat(Chain.callsOf(sale)).isEmpty();
  }

  @Test
  void a_call_that_is_due_stays_a_call() {
    SaleEvent sale = pickUp("2026-02-12");
    chain.sells(sale, 1);

    likes(1, "sms");
    chain.settles();

    assertThat(Chain.callsOf(sale).getFirst().getString("state")).isEqualTo("planned");
    assertThat(Post.id(sale.saleId())).isNull();
  }

  @Test
  void closes_by_itself_shifts_the_next_and_comes_back_after_a_void() {
    likes(1, "sms");
    SaleEvent first = pickUp("2026-02-20");
    chain.tells(first);
    becomes(first, "queued");
    SaleEvent early = pickUp("2026-03-10");
    chain.tells(early);

    becomes(first, "cancelled");
    assertThat(Post.reason(first.saleId())).isEqualTo("refilled");
    // Twelve days were left on the tenth: 60 days from 20 February, less a week.
    awaitDue(early, "2026-04-14 13:00:00+00");

    chain.tells(SaleMother.again(early).voided().build());
    becomes(first, "queued");
    // A Sunday: nobody has to be at work for a message.
    awaitDue(first, "2026-03-15 13:00:00+00");
    becomes(early, "cancelled");
    assertThat(Post.reason(early.saleId())).isEqualTo("sale-voided");
  }

  @Test
  void a_sale_that_is_told_late_shifts_the_message_that_waits() {
    likes(1, "sms");
    SaleEvent younger = pickUp("2026-03-10");
    chain.tells(younger);
    awaitDue(younger, "2026-04-02 13:00:00+00");

    chain.tells(pickUp("2026-02-20"));

    awaitDue(younger, "2026-04-14 13:00:00+00");
    chain.followUps.await(
        EventTypes.MESSAGE_CHANGED,
        Post.id(younger.saleId()),
        told -> told.get("dueAt").asText().equals("2026-04-14T13:00:00Z"));
  }

  @Test
  void messages_go_back_to_whom_they_were_made_for_when_a_merge_is_undone() {
    likes(1, "sms");
    SaleEvent sale = pickUp("2026-03-02");
    chain.tells(sale);
    becomes(sale, "queued");
    UUID survivor = UUID.randomUUID();
    chain.tells(customer(survivor).likingBest("sms").build());
    chain.tells(customer(ada).version(2).mergedInto(survivor).build());
    awaitOwner(sale, survivor);

    chain.tells(customer(ada).version(3).likingBest("sms").build());

    awaitOwner(sale, ada);
    becomes(sale, "queued");
  }

  private void likes(int version, String channel) {
    chain.tells(customer(ada).version(version).likingBest(channel).build());
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                channel.equals(
                    Chain.text(
                        "select preferred_channel from known_customer where id = '%s'"
                            .formatted(ada))));
  }

  private SaleEvent pickUp(String date) {
    return SaleMother.at(date + "T10:00:00-05:00").of(ada).line("C09AA03", 30).build();
  }

  private static void becomes(SaleEvent sale, String state) {
    Post.becomes(sale.saleId(), state);
  }

  private static void awaitDue(SaleEvent sale, String at) {
    awaits(sale, "due_at at time zone 'UTC' || '+00'", at);
  }

  private static void awaitOwner(SaleEvent sale, UUID customer) {
    awaits(sale, "customer_id::text", customer.toString());
  }

  private static void awaits(SaleEvent sale, String what, String value) {
    Awaitility.await(what + " of the message is " + value)
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Chain.text(
                    "select %s from message where cause_id = '%s'".formatted(what, sale.saleId())),
            value::equals);
  }

  private static void awaitCall(SaleEvent sale, String state) {
    Awaitility.await("the call is " + state)
        .atMost(Duration.ofSeconds(30))
        .until(() -> Chain.callsOf(sale).getFirst().getString("state").equals(state));
  }
}
