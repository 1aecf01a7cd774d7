package io.aftercare.followup;

import static io.aftercare.followup.CustomerMother.customer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.CareOfferEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the chain offers a customer becomes a message, or a word at the counter. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class OffersIT {

  private final UUID customer = UUID.randomUUID();
  private final UUID offer = UUID.randomUUID();
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

  private void lives(String zone) {
    chain.tells(customer(customer).livingIn(zone).build());
    Awaitility.await()
        .until(
            () ->
                zone.equals(
                    Chain.text(
                        "select zone from known_customer where id = '%s'".formatted(customer))));
  }

  private CareOfferEvent offered(String kind, String words, String channel) {
    return new CareOfferEvent(
        offer,
        1,
        "offered",
        kind,
        customer,
        "boston-1",
        words,
        LocalDate.of(2026, 3, 10),
        channel,
        null,
        LocalDate.of(2026, 3, 13));
  }

  private static CareOfferEvent then(CareOfferEvent told, long version, String state) {
    return new CareOfferEvent(
        told.offerId(),
        version,
        state,
        told.kind(),
        told.customerId(),
        told.storeId(),
        told.messageKey(),
        told.onDate(),
        told.channel(),
        told.startsAt(),
        told.expiresOn());
  }

  private void planned() {
    Awaitility.await().until(() -> Post.id(offer) != null);
  }

  @Test
  void a_birthday_is_greeted_in_the_morning_where_the_customer_lives() {
    lives("America/Los_Angeles");
    chain.tells(offered("birthday", "birthday", null));
    planned();
    JsonNode told = chain.awaits(EventTypes.MESSAGE_SCHEDULED, Post.id(offer));
    assertThat(told.get("programme").asText()).isEqualTo("greeting");
    assertThat(told.get("dueAt").asText()).isEqualTo("2026-03-10T16:00:00Z");

    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T12:00"));
    Post.becomes(offer, "sent");

    assertThat(Post.smsTo(customer).getFirst()).contains("many happy returns");
  }

  @Test
  void a_talk_goes_by_the_channel_of_the_offer_and_says_nothing_of_an_illness() {
    lives("America/New_York");
    chain.tells(offered("talk", "talk.living-with-diabetes", "email"));

    assertThat(Post.mailTo(customer))
        .contains("An invitation from Aftercare Pharmacy", "we are holding a talk")
        .doesNotContain("diabetes");
  }

  @Test
  void an_offer_told_twice_and_late_is_made_once() {
    lives("America/New_York");
    CareOfferEvent told = offered("seasonal", "seasonal", null);
    chain.tells(told);
    chain.tells(told);
    Post.becomes(offer, "sent");

    chain.tells(then(told, 2, "accepted"));
    chain.tells(told);
    chain.settlesOffers();

    assertThat(Post.smsTo(customer)).hasSize(1);
    Post.becomes(offer, "sent");
  }

  @Test
  void an_offer_that_gets_another_date_moves_the_message_that_waits() {
    lives("America/New_York");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T08:00"));
    CareOfferEvent told = offered("birthday", "birthday", null);
    chain.tells(told);
    planned();

    chain.tells(
        new CareOfferEvent(
            told.offerId(),
            2,
            "offered",
            told.kind(),
            told.customerId(),
            told.storeId(),
            told.messageKey(),
            LocalDate.of(2026, 3, 12),
            null,
            null,
            LocalDate.of(2026, 3, 15)));

    chain.followUps.await(
        EventTypes.MESSAGE_CHANGED,
        Post.id(offer),
        changed -> changed.get("dueAt").asText().equals("2026-03-12T13:00:00Z"));
    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T10:00"));
    Post.becomes(offer, "sent");
    assertThat(Post.smsTo(customer)).hasSize(1);
  }

  @Test
  void a_message_of_an_offer_goes_back_when_a_merge_is_undone() {
    lives("America/New_York");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T08:00"));
    chain.tells(offered("birthday", "birthday", null));
    planned();
    UUID survivor = UUID.randomUUID();
    chain.tells(customer(survivor).build());
    chain.tells(customer(customer).version(2).mergedInto(survivor).build());
    awaitReader(survivor);

    chain.tells(customer(customer).version(3).build());

    awaitReader(customer);
  }

  private void awaitReader(UUID reader) {
    Awaitility.await()
        .until(
            () ->
                Chain.text(
                    "select customer_id::text from message where cause_id = '%s'".formatted(offer)),
            reader.toString()::equals);
  }

  @Test
  void an_offer_that_is_withdrawn_is_not_made() {
    lives("America/New_York");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T08:00"));
    CareOfferEvent told = offered("birthday", "birthday", null);
    chain.tells(told);
    planned();

    chain.tells(then(told, 2, "withdrawn"));

    Post.becomes(offer, "cancelled");
    assertThat(Post.reason(offer)).isEqualTo("offer-withdrawn");
  }

  @Test
  void a_withdrawal_that_comes_first_leaves_nothing_to_send() {
    lives("America/New_York");
    CareOfferEvent told = offered("birthday", "birthday", null);
    chain.tells(then(told, 2, "withdrawn"));
    chain.tells(told);
    chain.settlesOffers();

    assertThat(Post.id(offer)).isNull();
  }

  @Test
  void an_offer_by_letter_waits_at_the_counter() {
    lives("America/New_York");
    chain.tells(offered("adviser", "adviser", "post"));

    planned();
    Post.becomes(offer, "waiting");
  }

  @Test
  void an_offer_whose_time_is_over_is_recorded_and_not_made() {
    lives("America/New_York");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-13T10:00"));
    chain.tells(offered("birthday", "birthday", null));

    planned();
    Post.becomes(offer, "expired");
  }

  @Test
  void a_customer_not_known_yet_is_waited_for_and_written_to_in_their_own_hours() {
    chain.tells(offered("birthday", "birthday", null));
    planned();
    Awaitility.await().until(() -> "customer-unknown".equals(Post.reason(offer)));

    lives("Asia/Bangkok");
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusMinutes(6));
    Awaitility.await().until(() -> "outside-hours".equals(Post.reason(offer)));
    assertThat(
            Chain.text("select due_at::text from message where cause_id = '%s'".formatted(offer)))
        .startsWith("2026-03-11 02:00");
    assertThat(Post.smsTo(customer)).isEmpty();
  }
}
