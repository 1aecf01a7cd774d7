package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor moves calls: in hand where somebody is free, else they get it first. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class ReassignIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");
  private final Desk sue = Desk.supervisor();
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

  @Test
  void who_is_free_has_it_in_hand_and_who_had_it_can_write_nothing_more() {
    InHand call = ann.talks();

    sue.reassigns(call.id(), bob)
        .statusCode(200)
        .body("state", equalTo("held"))
        .body("epoch", equalTo(2));

    ann.beats(call).statusCode(409).body("type", equalTo("urn:aftercare:problem:stale-epoch"));
    ann.says(call, "done-well").statusCode(409);
    InHand now = bob.claim();
    assertThat(now.id()).isEqualTo(call.id());
    bob.asksToDial(now).statusCode(200);
    bob.says(now, "done-well").statusCode(200).body("attempts", equalTo(2));
    sue.reassigns(call.id(), ann)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:call-over"));
  }

  @Test
  void who_is_busy_gets_it_next_and_nobody_else_does() {
    InHand busy = bob.claim();
    String moved = another();

    sue.reassigns(moved, bob).statusCode(200).body("state", equalTo("planned"));

    ann.asksForWork().statusCode(204);
    assertThat(bob.claim().id()).isEqualTo(busy.id());
    bob.asksToDial(busy).statusCode(200);
    bob.says(busy, "done-well").statusCode(200);
    assertThat(bob.claim().id()).isEqualTo(moved);
    assertThat(chain.awaits(EventTypes.FOLLOW_UP_SCHEDULED, moved).get("state").asText())
        .isEqualTo("planned");
  }

  @Test
  void a_call_in_hand_that_was_not_dialled_can_be_taken_for_somebody_who_is_busy() {
    InHand busy = bob.claim();
    another();
    InHand held = ann.claim();

    sue.reassigns(held.id(), bob).statusCode(200).body("state", equalTo("planned"));

    ann.beats(held).statusCode(409);
    bob.givesBack(busy).statusCode(200);
    assertThat(bob.claim().id()).isEqualTo(held.id());
  }

  @Test
  void whose_number_was_given_out_goes_only_into_a_free_hand() {
    bob.claim();
    another();
    InHand talking = ann.talks();

    sue.reassigns(talking.id(), bob)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:agent-busy"));

    ann.says(talking, "done-well").statusCode(200);
  }

  @Test
  void who_has_a_break_gets_it_when_they_are_back() {
    bob.hasABreak("meal").statusCode(200);
    String id = Chain.callsOf(sale).getFirst().getString("id");

    sue.reassigns(id, bob).statusCode(200).body("state", equalTo("planned"));

    ann.asksForWork().statusCode(204);
    bob.is("available").statusCode(200);
    assertThat(bob.claim().id()).isEqualTo(id);
  }

  @Test
  void what_is_not_due_is_kept_for_its_hour() {
    ann.works("no-answer");
    String id = Chain.callsOf(sale).getFirst().getString("id");

    sue.reassigns(id, bob).statusCode(200).body("state", equalTo("planned"));

    bob.asksForWork().statusCode(204);
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusHours(3).plusMinutes(5));
    ann.asksForWork().statusCode(204);
    assertThat(bob.claim().id()).isEqualTo(id);
  }

  @Test
  void what_waits_for_a_supervisor_can_be_given_on() {
    InHand call = waitsForASupervisor();

    sue.reassigns(call.id(), bob).statusCode(200).body("state", equalTo("held"));

    assertThat(bob.claim().id()).isEqualTo(call.id());
  }

  @Test
  void whose_number_was_given_out_does_not_go_back_to_everybody() {
    InHand call = waitsForASupervisor();
    another();
    bob.claim();

    sue.reassigns(call.id(), bob)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:agent-busy"));
  }

  @Test
  void what_came_back_meanwhile_is_nobodys_call_any_more() {
    InHand call = ann.talks();
    SaleEvent back = SaleMother.again(sale).returned(1).build();
    chain.tells(back);
    chain.settles();
    loseLease();

    sue.reassigns(call.id(), bob).statusCode(200).body("state", equalTo("cancelled"));

    bob.asksForWork().statusCode(204);
  }

  @Test
  void a_wish_that_makes_no_sense_is_refused() {
    sue.reassigns(UUID.randomUUID().toString(), bob).statusCode(404);
    String id = Chain.callsOf(sale).getFirst().getString("id");
    sue.request()
        .body(Map.of("to", "two words"))
        .post("/calls/{id}/reassign", id)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("to"));
    sue.request()
        .body(Map.of("to", bob.subject(), "epoch", 7))
        .post("/calls/{id}/reassign", id)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:stale-epoch"));
    assertThat(
            Chain.count(
                "select count(*) from access_log where what like '%reassign' and reason = 'supervision'"))
        .isZero();
  }

  private InHand waitsForASupervisor() {
    InHand call = ann.talks();
    loseLease();
    return call;
  }

  private void loseLease() {
    Chain.sql("update call set lease_until = clock_timestamp() - interval '1 second'");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Chain.callsOf(sale).getFirst().getString("state").equals("supervisor"));
  }

  /** Another call that is due. */
  private static String another() {
    return chain.sells(SaleMother.lastNight().build(), 1).getFirst().getString("id");
  }
}
