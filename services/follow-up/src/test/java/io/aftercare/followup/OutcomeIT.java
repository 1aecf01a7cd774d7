package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attempt found, and what follows from it. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class OutcomeIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");
  private SaleEvent sale;

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void oneCallIsDue() {
    Chain.freshMorning();
    sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "done-well",
        "done-problem",
        "handed-to-pharmacist",
        "suspected-adverse-reaction",
        "declined-today"
      })
  void a_customer_who_was_spoken_with_is_done(String disposition) {
    InHand call = permitted(ann);
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusMinutes(5));

    ann.says(call, disposition)
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("disposition", equalTo(disposition))
        .body("attempts", equalTo(1));

    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_COMPLETED, call.id());
    assertThat(told.get("disposition").asText()).isEqualTo(disposition);
    assertThat(told.get("agentId").asText()).isEqualTo(ann.subject());
    assertThat(told.get("seconds").asInt()).isEqualTo(300);
    ann.asksForWork().statusCode(204);
  }

  @Test
  void satisfaction_and_complaint_go_with_the_event() {
    InHand call = permitted(ann);

    ann.says(
            call,
            Map.of("disposition", "complaint", "satisfaction", 2, "complaintCategory", "wait"))
        .statusCode(200);

    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_COMPLETED, call.id());
    assertThat(told.get("satisfaction").asInt()).isEqualTo(2);
    assertThat(told.get("complaintCategory").asText()).isEqualTo("wait");
  }

  @ParameterizedTest
  @CsvSource({
    "no-answer, 2026-03-10T14:00",
    "busy, 2026-03-10T11:20",
    "line-failed, 2026-03-10T11:30",
    "wrong-person, 2026-03-10T14:00",
    "voicemail-left, 2026-03-11T09:00",
  })
  void a_customer_who_was_not_reached_is_tried_again(String disposition, String due) {
    InHand call = permitted(ann);

    ann.says(call, disposition).statusCode(200).body("state", equalTo("planned"));

    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_ATTEMPTED, call.id());
    assertThat(told.get("attempts").asInt()).isEqualTo(1);
    AdjustableClock.boston(LocalDateTime.parse(due).minusSeconds(1));
    bob.asksForWork().statusCode(204);
    AdjustableClock.boston(LocalDateTime.parse(due));
    assertThat(bob.claim().epoch()).isEqualTo(2);
  }

  @Test
  void three_attempts_are_enough_and_the_last_is_in_another_part_of_the_day() {
    ann.works("no-answer");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T14:00"));
    ann.works("busy");
    // 14:20 would be the afternoon again: morning and afternoon were tried, the evening was not.
    assertThat(only().getString("dueAt")).isEqualTo("2026-03-10T21:00:00Z");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T17:00"));

    InHand last = ann.works("no-answer");

    assertThat(only().getString("state")).isEqualTo("not-reached");
    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_COMPLETED, last.id());
    assertThat(told.get("state").asText()).isEqualTo("not-reached");
    assertThat(told.get("attempts").asInt()).isEqualTo(3);
  }

  @Test
  void a_repeated_outcome_gets_its_first_answer_and_another_is_refused() {
    InHand call = permitted(ann);
    String first = ann.says(call, "no-answer").statusCode(200).extract().asString();
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T14:00"));
    bob.claim();

    assertThat(ann.says(call, "no-answer").statusCode(200).extract().asString()).isEqualTo(first);
    ann.says(call, "done-well")
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:outcome-differs"));
    assertThat(Chain.count("select count(*) from attempt")).isEqualTo(1);
  }

  @Test
  void an_outcome_needs_a_permit() {
    InHand call = ann.claim();

    ann.says(call, "no-answer")
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:no-permit"));
  }

  @Test
  void a_stale_epoch_and_a_strangers_outcome_are_refused() {
    InHand call = permitted(ann);

    bob.says(call, "done-well")
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:not-your-call"));
    ann.says(new InHand(call.id(), 0, call.json()), "done-well")
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:stale-epoch"));
  }

  @Test
  void a_sale_voided_during_the_talk_is_not_called_again() {
    InHand call = permitted(ann);
    chain.tells(SaleMother.again(sale).voided().build());
    chain.settles();

    ann.says(call, "no-answer").statusCode(200).body("state", equalTo("cancelled"));

    assertThat(chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, call.id()).get("cancelReason").asText())
        .isEqualTo("sale-voided");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T10:00:00-04:00, future",
    "2026-03-11T07:59:00-04:00, 08:00–20:00",
    "2026-03-11T21:00:00-04:00, 08:00–20:00",
    "2026-03-15T14:00:00-04:00, Sunday",
    "2036-03-11T10:00:00-04:00, 90 days",
  })
  void a_promise_that_cannot_be_kept_is_not_made(String at, String why) {
    InHand call = permitted(ann);

    JsonPath problem =
        ann.says(call, Map.of("disposition", "call-back", "callBackAt", at))
            .statusCode(400)
            .extract()
            .jsonPath();

    assertThat(problem.getString("violations[0].field")).isEqualTo("callBackAt");
    assertThat(problem.getString("violations[0].message")).contains(why);
    ann.looksAtHand().statusCode(200);
  }

  @Test
  void a_customer_is_found_again_by_who_reads_the_list() {
    UUID customer = sale.customerId();
    ann.works("done-well");

    Desk.supervisor()
        .lists("customerId=" + customer + "&state=done&programme=wellbeing")
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].disposition", equalTo("done-well"));
    assertThat(Chain.count("select count(*) from access_log where what = 'GET /calls'"))
        .isPositive();
  }

  private InHand permitted(Desk who) {
    InHand call = who.claim();
    who.asksToDial(call).statusCode(200);
    return call;
  }

  private JsonPath only() {
    return Chain.callsOf(sale).getFirst();
  }
}
