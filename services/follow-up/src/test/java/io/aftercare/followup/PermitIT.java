package io.aftercare.followup;

import static io.aftercare.followup.CustomerMother.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before every dial: is it still right to call? */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class PermitIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");

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
  void a_permit_gives_the_number_and_who_will_answer_and_is_asked_of_the_customers_file() {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    InHand call = ann.claim();

    ann.asksToDial(call)
        .statusCode(200)
        .body("number", equalTo(CustomerFileStandIn.NUMBER))
        .body("callee.name", equalTo("Ann"))
        .body("callee.relation", equalTo("self"))
        .body("callee.disclose", equalTo("everything"))
        .body("callee.takeCare.note", equalTo("hard of hearing"))
        .body("callee.takeCare.whatHelps", equalTo("speak slowly"))
        .body("expiresAt", notNullValue());

    assertThat(Chain.fileHeard(sale.customerId()))
        .singleElement()
        .asString()
        .contains("permit", call.id(), ann.subject(), "care-calls");
    ann.looksAtHand().body("permitted", equalTo(true));
  }

  @Test
  void a_repeated_permit_gets_its_first_answer() {
    chain.sells(SaleMother.lastNight().build(), 1);
    InHand call = ann.claim();
    String first = ann.asksToDial(call).statusCode(200).extract().asString();

    assertThat(ann.asksToDial(call).statusCode(200).extract().asString()).isEqualTo(first);
    assertThat(Chain.count("select count(*) from permit")).isEqualTo(1);
  }

  @Test
  void a_permit_asked_for_twice_at_once_is_one_permit_given_twice() {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    InHand call = ann.claim();
    Chain.fileAnswers(sale.customerId(), "reading");

    try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = CompletableFuture.supplyAsync(() -> ann.asksToDial(call), agents);
      var other = CompletableFuture.supplyAsync(() -> ann.asksToDial(call), agents);
      Awaitility.await().until(() -> Chain.fileHeard(sale.customerId()).size() == 2);
      Chain.fileAnswers(
          sale.customerId(),
          "{\"allowed\": true, \"number\": \"+16175550123\", \"numberMark\": \"mark\", \"callee\": {\"name\": \"Ann\"}}");

      one.join().statusCode(200);
      other.join().statusCode(200);
    }
    assertThat(Chain.count("select count(*) from permit")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do-not-call",
        "consent-withdrawn",
        "consent-not-given",
        "deceased",
        "erased",
        "no-number",
        "child-without-caregiver"
      })
  void a_refusal_for_good_cancels_the_call_and_frees_the_agent(String reason) {
    SaleEvent sale = SaleMother.lastNight().build();
    String id = chain.sells(sale, 1).getFirst().getString("id");
    Chain.fileRefuses(sale.customerId(), reason);
    InHand call = ann.claim();

    refused(ann, call, reason);

    assertThat(chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, id).get("cancelReason").asText())
        .isEqualTo(reason);
    ann.looksAtHand().statusCode(204);
    ann.asksForWork().statusCode(204);
    refused(ann, call, reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"away", "broken"})
  void a_file_out_of_reach_refuses_and_the_call_comes_back_shortly(String trouble) {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    Chain.fileAnswers(sale.customerId(), trouble);

    refused(ann, ann.claim(), "profile-unavailable");

    ann.asksForWork().statusCode(204);
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusSeconds(30));
    assertThat(bob.claim().epoch()).isEqualTo(3);
  }

  @Test
  void a_customer_the_file_does_not_know_is_tried_in_the_next_window() {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    Chain.fileAnswers(sale.customerId(), "unknown");

    refused(ann, ann.claim(), "customer-unknown");

    assertThat(only(sale).getString("dueAt")).isEqualTo("2026-03-11T13:00:00Z");
  }

  @Test
  void nobody_is_called_outside_the_hours_of_the_call() {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    InHand call = ann.claim();

    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T20:00"));
    refused(ann, call, "outside-hours");

    assertThat(only(sale).getString("state")).isEqualTo("planned");
    assertThat(only(sale).getString("dueAt")).isEqualTo("2026-03-11T13:00:00Z");
  }

  @Test
  void a_customer_is_spoken_with_once_a_day() {
    SaleEvent first = SaleMother.lastNight().build();
    SaleEvent second = SaleMother.lastNight().of(first.customerId()).build();
    chain.sells(first, 1);
    ann.works("done-well");
    chain.sells(second, 1);

    refused(ann, ann.claim(), "daily-cap");

    assertThat(only(second).getString("dueAt")).isEqualTo("2026-03-11T13:00:00Z");
  }

  @Test
  void a_call_that_nobody_answered_is_no_reason_to_hold_back() {
    SaleEvent first = SaleMother.lastNight().build();
    SaleEvent second = SaleMother.lastNight().of(first.customerId()).build();
    chain.sells(first, 1);
    ann.works("no-answer");
    chain.sells(second, 1);

    ann.asksToDial(ann.claim()).statusCode(200);
  }

  @Test
  void a_customer_is_spoken_with_three_times_a_week() {
    UUID customer = UUID.randomUUID();
    for (int day = 9; day <= 11; day++) {
      AdjustableClock.boston(LocalDateTime.of(2026, 3, day + 1, 11, 0));
      chain.sells(
          SaleMother.at("2026-03-%02dT23:50:00-04:00".formatted(day)).first().of(customer).build(),
          1);
      ann.works("done-well");
    }
    AdjustableClock.boston(LocalDateTime.parse("2026-03-13T11:00"));
    SaleEvent fourth = SaleMother.at("2026-03-12T23:50:00-04:00").first().of(customer).build();
    chain.sells(fourth, 1);

    refused(ann, ann.claim(), "weekly-cap");

    // The first of the three was on Tuesday the 10th: a week later there is room again.
    assertThat(only(fourth).getString("dueAt")).isEqualTo("2026-03-17T13:00:00Z");
  }

  @Test
  void high_alert_is_never_held_back_by_a_cap() {
    SaleEvent first = SaleMother.lastNight().build();
    chain.sells(first, 1);
    ann.works("done-well");
    chain.sells(
        SaleMother.at("2026-03-06T15:00:00-05:00")
            .line("B01AA03", null)
            .of(first.customerId())
            .build(),
        2);
    Desk pia = Desk.pharmacist("pia");

    pia.asksToDial(pia.claim()).statusCode(200);
  }

  @Test
  void a_sale_voided_while_the_agent_reads_is_not_called() {
    SaleEvent sale = SaleMother.lastNight().build();
    String id = chain.sells(sale, 1).getFirst().getString("id");
    InHand call = ann.claim();

    chain.tells(SaleMother.again(sale).voided().build());
    chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, id);

    refused(ann, call, "sale-voided");
    ann.looksAtHand().statusCode(204);
  }

  @Test
  void a_customer_who_says_no_while_the_agent_reads_is_not_called() {
    SaleEvent sale = SaleMother.lastNight().build();
    String id = chain.sells(sale, 1).getFirst().getString("id");
    InHand call = ann.claim();

    chain.tells(customer(sale.customerId()).doNotCall().build());
    chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, id);

    refused(ann, call, "do-not-call");
  }

  @Test
  void only_the_holder_at_the_present_epoch_may_dial() {
    chain.sells(SaleMother.lastNight().build(), 1);
    InHand call = ann.claim();

    bob.asksToDial(call)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:not-your-call"));
    ann.asksToDial(new InHand(call.id(), call.epoch() + 1, call.json()))
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:stale-epoch"));
    ann.asksToDial(new InHand(UUID.randomUUID().toString(), 1, call.json())).statusCode(404);
  }

  @Test
  void no_number_and_no_name_is_kept() {
    chain.sells(SaleMother.lastNight().build(), 1);
    ann.works("done-well");

    for (String table : new String[] {"call", "permit", "attempt", "outbox", "access_log"}) {
      assertThat(
              Chain.count(
                  "select count(*) from %s t where t::text like '%%6175550123%%'".formatted(table)))
          .isZero();
    }
  }

  private static void refused(Desk who, InHand call, String reason) {
    who.asksToDial(call)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:permit-refused"))
        .body("reason", equalTo(reason));
  }

  private static JsonPath only(SaleEvent sale) {
    return Chain.callsOf(sale).getFirst();
  }
}
