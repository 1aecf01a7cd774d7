package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several due contacts of one customer are one conversation. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class ConversationIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private SaleEvent lastNight;
  private SaleEvent saturday;

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  /** A wellbeing call and an antibiotic check of the same customer, both due on Tuesday morning. */
  @BeforeEach
  void twoCallsAreDue() {
    Chain.freshMorning();
    lastNight = SaleMother.lastNight().build();
    saturday =
        SaleMother.at("2026-03-07T15:00:00-05:00")
            .of(lastNight.customerId())
            .line("J01CA04", null)
            .build();
    chain.sells(lastNight, 1);
    chain.sells(saturday, 1);
  }

  @Test
  void the_other_rides_along_and_is_closed_by_the_same_outcome() {
    InHand call = ann.claim();
    assertThat(call.programme()).isEqualTo("wellbeing");
    JsonPath permit = ann.asksToDial(call).statusCode(200).extract().jsonPath();
    assertThat(permit.getList("topics.programme")).containsExactly("antibiotic");
    assertThat(permit.getString("topics[0].reason")).contains("Antibiotic course under way");
    assertThat(permit.getList("topics[0].script.lines")).isNotEmpty();
    ann.asksToDial(call).statusCode(200).body("topics", hasSize(1));
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusMinutes(10));

    ann.says(call, Map.of("disposition", "done-well", "satisfaction", 5)).statusCode(200);

    String topic = Chain.callsOf(saturday).getFirst().getString("id");
    JsonNode led = chain.awaits(EventTypes.FOLLOW_UP_COMPLETED, call.id());
    JsonNode rode = chain.awaits(EventTypes.FOLLOW_UP_COMPLETED, topic);
    for (JsonNode told : List.of(led, rode)) {
      assertThat(told.get("state").asText()).isEqualTo("done");
      assertThat(told.get("disposition").asText()).isEqualTo("done-well");
      assertThat(told.get("conversationId").asText()).isEqualTo(call.id());
      assertThat(told.get("totalSeconds").asInt()).isEqualTo(300);
      assertThat(told.get("costMinor").asInt()).isEqualTo(100);
      assertThat(told.get("currency").asText()).isEqualTo("USD");
      assertThat(told.get("agentId").asText()).isEqualTo(ann.subject());
    }
    assertThat(led.get("satisfaction").asInt()).isEqualTo(5);
    assertThat(rode.has("satisfaction")).isFalse();
    assertThat(Chain.count("select count(*) from attempt")).isEqualTo(1);
    assertThat(ann.claimIfAny()).isEmpty();
  }

  @Test
  void who_was_not_reached_is_not_dialled_again_for_the_other() {
    ann.works("no-answer");

    assertThat(Desk.agent("bob").claimIfAny()).isEmpty();
    assertThat(Chain.callsOf(lastNight).getFirst().getString("dueAt"))
        .isEqualTo("2026-03-10T18:00:00Z");
    assertThat(Chain.callsOf(saturday).getFirst().getString("dueAt"))
        .isEqualTo("2026-03-10T18:00:00Z");

    AdjustableClock.boston(AdjustableClock.TUESDAY.plusHours(3));
    InHand again = ann.claim();
    ann.asksToDial(again).statusCode(200).body("topics", hasSize(1));
  }

  @Test
  void what_is_promised_waits_together() {
    InHand call = ann.claim();
    ann.asksToDial(call).statusCode(200);
    ann.says(call, Map.of("disposition", "call-back", "callBackAt", "2026-03-11T15:00:00Z"))
        .statusCode(200);

    assertThat(Chain.callsOf(saturday).getFirst().getString("dueAt"))
        .isEqualTo("2026-03-11T15:00:00Z");
    assertThat(Desk.agent("bob").claimIfAny()).isEmpty();
  }

  @Test
  void a_topic_that_was_called_off_meanwhile_stays_called_off() {
    InHand call = ann.claim();
    ann.asksToDial(call).statusCode(200).body("topics", hasSize(1));
    chain.tells(SaleMother.again(saturday).voided().build());
    chain.awaits(
        EventTypes.FOLLOW_UP_CANCELLED, Chain.callsOf(saturday).getFirst().getString("id"));

    ann.says(call, "done-well").statusCode(200);

    assertThat(Chain.callsOf(saturday).getFirst().getString("state")).isEqualTo("cancelled");
    JsonNode led = chain.awaits(EventTypes.FOLLOW_UP_COMPLETED, call.id());
    assertThat(led.has("conversationId")).isFalse();
  }

  @Test
  void an_agent_speaks_of_nothing_that_is_for_a_pharmacist() {
    SaleEvent warfarin =
        SaleMother.at("2026-03-07T15:00:00-05:00")
            .of(lastNight.customerId())
            .line("B01AA03", null)
            .build();
    chain.sells(warfarin, 2);

    InHand agents = ann.claim();
    assertThat(
            ann.asksToDial(agents).statusCode(200).extract().jsonPath().getList("topics.programme"))
        .containsExactly("antibiotic");
    ann.givesBack(agents);
  }

  @Test
  void a_pharmacist_speaks_of_everything_in_one_call() {
    SaleEvent warfarin =
        SaleMother.at("2026-03-07T15:00:00-05:00")
            .of(lastNight.customerId())
            .line("B01AA03", null)
            .build();
    chain.sells(warfarin, 2);
    Desk phil = Desk.pharmacist("phil");

    InHand call = phil.claim();

    assertThat(call.programme()).isEqualTo("high-alert");
    assertThat(
            phil.asksToDial(call).statusCode(200).extract().jsonPath().getList("topics.programme"))
        .containsExactly("wellbeing", "antibiotic");
  }
}
