package io.aftercare.simulator.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.simulator.chain.Reply;
import io.aftercare.simulator.journey.Browser.Visit;
import io.aftercare.simulator.journey.Store.Receipt;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Journeys through the running whole, from the till to the feedback, over public HTTP and Kafka
 * only.
 */
class JourneyIT {

  private static final Map<String, String> SALE_COMPLETED =
      Map.of(
          "ce_specversion", "1.0",
          "ce_type", "io.aftercare.sale.completed.v1",
          "ce_source", "urn:journey",
          "ce_id", "journey-nonsense",
          "ce_time", "2026-01-01T00:00:00Z",
          "ce_aggregateversion", "1",
          "content-type", "application/json");

  private static RunningHouse house;

  private Store boston;
  private Agent ann;
  private Supervisor sam;
  private ZonedDateTime lastEvening;

  @BeforeAll
  static void start() {
    house = RunningHouse.start();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @BeforeEach
  void comeToWork() {
    boston = house.boston();
    ann = house.agent("ann");
    sam = house.supervisor();
    lastEvening = at(house.today().minusDays(1), 21, 15);
  }

  @AfterEach
  void leaveNobodyToCall() {
    sam.takesOverFromWhoeverWaits();
    Stream.of("ann", "ben", "chi").map(house::agent).forEach(Agent::leavesTheDesk);
    boston.clearsUp().forEach(sam::awaitsNothingLeftOf);
  }

  @Test
  void aSaleBecomesACallAndACallBecomesFeedback() {
    // Given somebody who bought for the first time last evening
    UUID ellen = boston.registers("Ellen");
    Receipt sale = boston.sells(Goods.PAINKILLER, ellen, lastEvening);
    sam.awaitsCall(sale, "wellbeing");

    // When an agent takes the call, dials, and asks
    SeenCall call = ann.isGivenACall();
    Reply permit = ann.asksToDial(call);
    SeenCall done = ann.records(call, "done-well", Map.of("satisfaction", 5));

    // Then it was Ellen who was called, and her answer is kept
    assertThat(call.saleId()).isEqualTo(sale.saleId());
    assertThat(call.reason()).isNotBlank();
    assertThat(permit.status()).isEqualTo(200);
    assertThat(permit.body().path("number").asText()).startsWith("+1617555");
    assertThat(permit.body().path("callee").path("name").asText()).contains("Ellen");
    assertThat(done.state()).isEqualTo("done");
    assertThat(sam.awaitsSurveyOf(call).path("score").asInt()).isEqualTo(5);
  }

  @Test
  void aComplaintThatIsHeardIsOpened() {
    // Given a call that is held and dialled
    Receipt sale = boston.sells(Goods.PAINKILLER, boston.registers("Frank"), lastEvening);
    sam.awaitsCall(sale, "wellbeing");
    SeenCall call = ann.isGivenACall();
    ann.asksToDial(call);

    // When the customer complains
    ann.records(call, "complaint", Map.of("complaintCategory", "wait"));

    // Then somebody has to see to it
    assertThat(sam.awaitsComplaintOf(call).path("category").asText()).isEqualTo("wait");
  }

  @Test
  void aSaleThatIsVoidedBeforeTheCallIsNotCalledAbout() {
    // Given a sale with its call planned
    Receipt sale = boston.sells(Goods.PAINKILLER, boston.registers("Grace"), lastEvening);
    sam.awaitsCall(sale, "wellbeing");

    // When the store voids it
    boston.voids(sale);

    // Then the call is cancelled, and there is none to take
    sam.awaitsCall(sale, call -> call.state().equals("cancelled"));
    assertThat(ann.takesNextCall()).isEmpty();
  }

  @Test
  void whatIsSoldShortlyBeforeMidnightIsCalledAtNineTheNextDay() {
    // Given somebody who bought at ten to midnight
    ZonedDateTime tenToMidnight = at(house.today().minusDays(1), 23, 50);

    // When the sale is rung up
    Receipt sale = boston.sells(Goods.PAINKILLER, boston.registers("Henry"), tenToMidnight);

    // Then the call is due at nine in the morning after
    assertThat(sam.awaitsCall(sale, "wellbeing").dueAt()).isEqualTo(at(house.today(), 9, 0));
  }

  @Test
  void whatIsSoldShortlyAfterMidnightIsCalledAtNineTheSameDay() {
    // Given somebody who bought half an hour after midnight
    ZonedDateTime halfPastMidnight = at(house.today(), 0, 30);

    // When the sale is rung up
    Receipt sale = boston.sells(Goods.PAINKILLER, boston.registers("Ida"), halfPastMidnight);

    // Then the call is due at nine of the same date
    assertThat(sam.awaitsCall(sale, "wellbeing").dueAt()).isEqualTo(at(house.today(), 9, 0));
  }

  @Test
  void theThirdDayIsTheThirdDayAlthoughTheClockJumpedOnTheWay() {
    // Given an antibiotic sold on the evening before the clocks went forward
    ZonedDateTime saturday = at(house.today().minusDays(3), 18, 0);

    // When the sale is rung up
    Receipt sale = boston.sells(Goods.ANTIBIOTIC, boston.registers("Jonas"), saturday);

    // Then its check is due at nine on the clock of the third day: 63 hours of that clock, 62 that
    // passed
    ZonedDateTime due = sam.awaitsCall(sale, "antibiotic").dueAt();
    assertThat(due).isEqualTo(at(house.today(), 9, 0));
    assertThat(Duration.between(saturday, due)).hasHours(62);
  }

  @Test
  void aSaleThatIsSentAgainMakesNoSecondCall() {
    // Given a sale whose answer was lost
    Receipt sale = boston.sells(Goods.PAINKILLER, boston.registers("Karen"), lastEvening);
    sam.awaitsCall(sale, "wellbeing");

    // When the till sends it again
    Receipt again = boston.sendsAgain(sale);

    // Then it is the same sale, with one call
    assertThat(sale.answer().status()).isEqualTo(201);
    assertThat(again.answer().status()).isEqualTo(200);
    assertThat(again.saleId()).isEqualTo(sale.saleId());
    assertThat(sam.callsOf(sale)).extracting(SeenCall::programme).containsOnlyOnce("wellbeing");
  }

  @Test
  void anEventThatMakesNoSenseIsParkedAndHoldsUpNobody() {
    // Given an event among the sales that no service can read
    UUID key = UUID.randomUUID();
    house.topic("aftercare.sales").getsHandedIn(key, "{\"saleId\": 12, oh no", SALE_COMPLETED);

    // When the next sale is rung up
    Receipt sale = boston.sells(Goods.PAINKILLER, boston.registers("Louis"), lastEvening);

    // Then it gets its call, and the event lies among the dead letters
    sam.awaitsCall(sale, "wellbeing");
    ConsumerRecord<String, byte[]> parked =
        house.topic("aftercare.dead-letters.follow-up").awaits(key);
    assertThat(parked.value()).asString().contains("oh no");
    assertThat(Topic.header(parked, "dead-letter-reason")).as("why it lies there").isNotBlank();
  }

  @Test
  void aSaleThatArrivesTenDaysLateIsRecordedAsTooLate() {
    // Given a till that was offline for ten days
    ZonedDateTime tenDaysAgo = at(house.today().minusDays(10), 21, 0);

    // When it sends its sale
    Receipt sale = boston.sells(Goods.PAINKILLER, boston.registers("Maria"), tenDaysAgo);

    // Then nobody is called out of the blue, and it is on record why
    assertThat(sam.awaitsCall(sale, "wellbeing").state()).isEqualTo("too-late");
    assertThat(ann.takesNextCall()).isEmpty();
  }

  @Test
  void whoWithdrawsConsentWhileTheAgentPreparesIsNotDialled() {
    // Given a call in an agent's hands
    UUID nora = boston.registers("Nora");
    Receipt sale = boston.sells(Goods.PAINKILLER, nora, lastEvening);
    sam.awaitsCall(sale, "wellbeing");
    SeenCall call = ann.isGivenACall();

    // When she takes her consent back at the counter, and the agent then asks for the number
    boston.takesBackConsentOf(nora);
    Reply permit = ann.asksToDial(call);

    // Then no number is given, and it is said why
    assertThat(permit.status()).isEqualTo(409);
    assertThat(permit.body().path("type").asText())
        .isEqualTo("urn:aftercare:problem:permit-refused");
    assertThat(permit.body().path("reason").asText()).isEqualTo("consent-withdrawn");
    assertThat(permit.body().has("number")).isFalse();
  }

  @Test
  void whoAsksNotToBeCalledIsNotCalledAgain() {
    // Given somebody who was reached and does not want to be
    UUID otto = boston.registers("Otto");
    Receipt first = boston.sells(Goods.PAINKILLER, otto, lastEvening);
    sam.awaitsCall(first, "wellbeing");
    SeenCall call = ann.isGivenACall();
    ann.asksToDial(call);
    ann.records(call, "do-not-call");

    // When he buys again
    Receipt second = boston.sells(Goods.PAINKILLER, otto, lastEvening.plusMinutes(20));

    // Then his call is off before anybody could take it
    sam.awaitsCall(second, later -> later.state().equals("cancelled"));
    assertThat(ann.takesNextCall()).isEmpty();
  }

  @Test
  void anAgentWorksTheQueueInTheBrowser() {
    // Given three calls that are due
    List<Receipt> sales =
        Stream.of("Paula", "Quentin", "Rosa")
            .map(name -> boston.sells(Goods.PAINKILLER, boston.registers(name), lastEvening))
            .toList();
    sales.forEach(sale -> sam.awaitsCall(sale, "wellbeing"));

    // When an agent logs in to the console and works them
    Visit visit = house.browser().worksTheQueueAs("chi", "sam");

    // Then the first is done, and there are pictures of it
    assertThat(visit.exitCode()).as(visit.said()).isZero();
    assertThat(sales).flatMap(sam::callsOf).extracting(SeenCall::state).contains("done");
    assertThat(Browser.SCREENSHOTS).isDirectoryContaining("glob:**.png");
  }

  @Test
  void aRedFlagReachesAPharmacistAndASideEffectItsJudgementInTheBrowser() {
    // Given a call that is due
    Receipt sale = boston.sells(Goods.PAINKILLER, boston.registers("Tess"), lastEvening);
    sam.awaitsCall(sale, "wellbeing");

    // When the customer tells an agent of warning signs and of a side effect, and rings back later
    Visit visit = house.browser().talkWithACustomer("ben", "pia");

    // Then a pharmacist has taken over, judged and reported, and the customer was found by the
    // number
    assertThat(visit.exitCode()).as(visit.said()).isZero();
    assertThat(sam.callsOf(sale)).extracting(SeenCall::state).contains("done");
  }

  @Test
  void aDispenserSellsAtTheCounterAlsoWithTheNetworkCut() {
    // When a dispenser serves customers in the browser, one of them with the network cut
    Visit visit = house.browser().sellsAtTheCounterAs("dan");

    // Then every sale is stored once, and there are pictures of it
    assertThat(visit.exitCode()).as(visit.said()).isZero();
    assertThat(Browser.SCREENSHOTS).isDirectoryContaining("glob:**counter-*.png");
  }

  private static ZonedDateTime at(LocalDate date, int hour, int minute) {
    return date.atTime(hour, minute).atZone(RunningHouse.NEW_YORK);
  }
}
