package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A red flag on the line: a pharmacist takes over, and if none does, the store, the supervisor. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class TransferIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk pia = Desk.pharmacist("pia");
  private final Desk sue = Desk.supervisor();
  private final Desk boston = Desk.inStore("ben", "boston-1", "dispenser");
  private final Desk bangkok = Desk.inStore("ploy", "bangkok-1", "dispenser");
  private InHand call;

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void somebodyIsOnTheLine() {
    Chain.freshMorning();
    chain.sells(SaleMother.lastNight().build(), 1);
    call = ann.talks();
  }

  @Test
  void a_pharmacist_sees_who_waits_takes_over_and_says_what_came_of_it() {
    String transfer = handsOver();

    pia.seesTransfers()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].priority", equalTo(0))
        .body("items[0].state", equalTo("waiting"))
        .body("items[0].waitingSince", equalTo(AdjustableClock.now().toString()))
        .body("items[0].placeConfirmed", equalTo(false));
    pia.takes(transfer).statusCode(200).body("takenBy", equalTo(pia.subject()));
    pia.readsScript(call.id(), "en").statusCode(200);
    pia.ends(transfer, "emergency-services").statusCode(200).body("state", equalTo("ended"));
    pia.ends(transfer, "emergency-services").statusCode(200);
    pia.ends(transfer, "advised").statusCode(409);
    pia.seesTransfers().body("items", hasSize(0));
    ann.says(call, "handed-to-pharmacist").statusCode(200).body("state", equalTo("done"));
    assertThat(
            Chain.count(
                "select count(*) from access_log where what like '%transfer%' and who = '"
                    + pia.subject()
                    + "'"))
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void a_red_flag_comes_before_any_call_of_a_pharmacist() {
    chain.sells(SaleMother.lastNight().build(), 1);
    chain.sells(SaleMother.lastNight().build(), 1);
    String transfer = handsOver();

    pia.asksForWork()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:transfer-waiting"))
        .body("transferId", equalTo(transfer));
    Desk.agent("bob").asksForWork().statusCode(200);
    pia.takes(transfer);
    pia.asksForWork().statusCode(200);
  }

  @Test
  void asked_again_it_is_the_same_transfer_with_what_became_known() {
    String transfer = handsOver();

    ann.handsOver(call, true, "breathing", "chest-pain")
        .statusCode(200)
        .body("id", equalTo(transfer))
        .body("placeConfirmed", equalTo(true))
        .body("redFlags", containsInAnyOrder("breathing", "chest-pain"));
  }

  @Test
  void of_many_who_take_it_at_once_one_has_it() {
    String transfer = handsOver();

    List<CompletableFuture<Integer>> takes =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> Desk.pharmacist("p" + i).takes(transfer).extract().statusCode()))
            .toList();

    assertThat(takes.stream().map(CompletableFuture::join)).containsOnlyOnce(200);
    assertThat(takes.stream().map(CompletableFuture::join)).containsOnly(200, 409);
  }

  @Test
  void nobody_in_time_and_the_store_is_asked_and_then_the_supervisor() {
    String transfer = handsOver();
    boston.seesTransfers().body("items", hasSize(0));
    boston.takes(transfer).statusCode(404);

    later(31);
    awaitState("store");
    boston.seesTransfers().body("items[0].id", equalTo(transfer));
    bangkok.seesTransfers().body("items", hasSize(0));
    bangkok.takes(transfer).statusCode(404);

    later(61);
    awaitState("supervisor");
    sue.seesTransfers()
        .body("items[0].storeAt", equalTo(at(31)))
        .body("items[0].supervisorAt", equalTo(at(61)));
    boston.takes(transfer).statusCode(200).body("state", equalTo("taken"));
    sue.takes(transfer).statusCode(409);
  }

  @Test
  void an_agent_who_does_not_hold_the_call_hands_nothing_over() {
    Desk.agent("bob").handsOver(call, false, "breathing").statusCode(409);
    ann.handsOver(new InHand(call.id(), 0, call.json()), false, "breathing")
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:stale-epoch"));
    ann.handsOver(call, false, "hiccups").statusCode(400);
    pia.seesTransfers().body("items", hasSize(0));
  }

  @Test
  void the_agent_withdraws_what_nobody_took() {
    String transfer = handsOver();

    Desk.agent("bob").withdraws(transfer).statusCode(404);
    ann.withdraws(transfer).statusCode(200).body("state", equalTo("withdrawn"));
    pia.takes(transfer).statusCode(409);
    pia.asksForWork().statusCode(204);
  }

  @Test
  void what_alarms_again_after_it_was_withdrawn_is_asked_anew() {
    String transfer = handsOver();
    ann.withdraws(transfer).statusCode(200);

    later(300);
    ann.handsOver(call, true, "chest-pain")
        .statusCode(200)
        .body("id", equalTo(transfer))
        .body("state", equalTo("waiting"))
        .body("waitingSince", equalTo(at(300)))
        .body("redFlags", containsInAnyOrder("breathing", "chest-pain"));
    pia.takes(transfer).statusCode(200);
  }

  private String handsOver() {
    return ann.handsOver(call, false, "breathing").statusCode(200).extract().path("id");
  }

  private static void later(int seconds) {
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusSeconds(seconds));
  }

  private static String at(int seconds) {
    return AdjustableClock.TUESDAY
        .plusSeconds(seconds)
        .atZone(AdjustableClock.BOSTON)
        .toInstant()
        .toString();
  }

  private void awaitState(String state) {
    Awaitility.await(state)
        .atMost(Duration.ofSeconds(30))
        .until(() -> sue.seesTransfers().extract().path("items[0].state").equals(state));
  }
}
