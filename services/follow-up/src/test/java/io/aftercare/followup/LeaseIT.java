package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is left lying: neither by agents who go, nor by windows that close. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class LeaseIT {

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
  void a_heartbeat_renews_the_lease() {
    InHand call = ann.claim();
    Chain.sql("update call set lease_until = clock_timestamp() + interval '5 seconds'");

    ann.beats(call).statusCode(200).body("epoch", equalTo(1));

    assertThat(
            Chain.count(
                "select count(*) from call where lease_until > clock_timestamp() + interval '80 seconds'"))
        .isEqualTo(1);
  }

  @Test
  void a_lease_that_lapses_before_the_permit_gives_the_call_to_somebody_else() {
    InHand call = ann.claim();

    annGoesAway();

    InHand bobHas = awaitClaim(bob);
    assertThat(bobHas.id()).isEqualTo(call.id());
    assertThat(bobHas.epoch()).isGreaterThan(call.epoch());
  }

  @Test
  void who_comes_back_after_the_lease_changes_nothing_any_more() {
    InHand call = ann.claim();
    annGoesAway();
    InHand bobHas = awaitClaim(bob);

    for (var late :
        java.util.List.of(
            ann.beats(call),
            ann.asksToDial(call),
            ann.says(call, "done-well"),
            ann.givesBack(call))) {
      late.statusCode(409).body("type", equalTo("urn:aftercare:problem:stale-epoch"));
    }
    bob.beats(bobHas).statusCode(200);
  }

  @Test
  void a_permit_needs_a_lease_that_runs() {
    InHand call = ann.claim();
    Chain.sql("update call set lease_until = clock_timestamp() - interval '1 millisecond'");

    ann.asksToDial(call).statusCode(409).body("type", equalTo("urn:aftercare:problem:stale-epoch"));
  }

  @Test
  void a_lease_that_lapses_after_the_permit_goes_to_the_supervisor_and_is_not_dialled_again() {
    InHand call = ann.claim();
    ann.asksToDial(call).statusCode(200);

    annGoesAway();

    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_ATTEMPTED, call.id());
    assertThat(told.get("state").asText()).isEqualTo("supervisor");
    assertThat(told.get("attempts").asInt()).isEqualTo(1);
    bob.asksForWork().statusCode(204);

    sue.takesAway(call.id()).statusCode(200).body("state", equalTo("planned"));
    assertThat(bob.claim().id()).isEqualTo(call.id());
  }

  @Test
  void a_supervisor_can_say_what_came_of_it() {
    InHand call = ann.claim();
    ann.asksToDial(call).statusCode(200);
    annGoesAway();
    chain.awaits(EventTypes.FOLLOW_UP_ATTEMPTED, call.id());
    long epoch = Chain.callsOf(sale).getFirst().getLong("epoch");

    sue.says(new InHand(call.id(), epoch, call.json()), "done-well")
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("attempts", equalTo(1));
  }

  @Test
  void an_agent_gives_back_what_was_not_dialled() {
    InHand call = ann.claim();

    ann.givesBack(call).statusCode(200).body("state", equalTo("planned"));

    assertThat(bob.claim().id()).isEqualTo(call.id());
    ann.givesBack(call).statusCode(409);
  }

  @Test
  void what_may_have_been_dialled_goes_to_the_supervisor_instead() {
    InHand call = ann.claim();
    ann.asksToDial(call).statusCode(200);

    ann.givesBack(call).statusCode(200).body("state", equalTo("supervisor"));

    bob.asksForWork().statusCode(204);
  }

  @Test
  void a_supervisor_sees_who_holds_a_call_until_nobody_does() {
    InHand call = ann.claim();
    sue.lists("state=held").statusCode(200).body("items[0].holder", equalTo(ann.subject()));

    sue.takesAway(call.id()).statusCode(200);

    sue.lists("state=planned").statusCode(200).body("items[0].holder", nullValue());
  }

  @Test
  void a_supervisor_takes_a_call_from_its_agent() {
    InHand call = ann.claim();

    sue.takesAway(call.id()).statusCode(200).body("state", equalTo("planned"));

    ann.beats(call).statusCode(409);
    assertThat(bob.claim().id()).isEqualTo(call.id());
    sue.takesAway(Chain.callsOf(sale).getFirst().getString("id")).statusCode(200);
    sue.takesAway(call.id())
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:not-held"));
  }

  @Test
  void a_window_that_closes_opens_again_the_next_day_until_it_is_too_late() {
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T20:00"));
    awaitCall("planned", "2026-03-11T13:00:00Z");

    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T20:30"));
    awaitCall("planned", "2026-03-13T13:00:00Z");

    AdjustableClock.boston(LocalDateTime.parse("2026-03-13T20:30"));
    awaitCall("too-late", "2026-03-13T13:00:00Z");
    JsonNode told =
        chain.awaits(
            EventTypes.FOLLOW_UP_CANCELLED, Chain.callsOf(sale).getFirst().getString("id"));
    assertThat(told.get("cancelReason").asText()).isEqualTo("window-closed");
  }

  @Test
  void the_queue_can_be_summed_up() {
    chain.sells(SaleMother.at("2026-03-06T15:00:00-05:00").line("B01AA03", null).build(), 2);
    ann.claim();

    sue.sums()
        .statusCode(200)
        .body("states.held", equalTo(1))
        // The second of the two falls due in a week, which is no part of the queue yet.
        .body("states.planned", equalTo(1))
        .body("waiting", equalTo(1))
        .body("ages.under4Hours", equalTo(1))
        .body("queues[0].skill", equalTo("pharmacist"))
        .body("queues[0].zones[0].zone", equalTo("America/New_York"))
        .body("queues[0].zones[0].waiting", equalTo(1))
        .body("oldestDueAt", equalTo("2026-03-10T13:00:00Z"));
  }

  @Test
  void the_list_is_paged() {
    for (int i = 0; i < 4; i++) {
      chain.sells(SaleMother.lastNight().build(), 1);
    }

    var first = sue.lists("state=planned&limit=3").statusCode(200).body("items.size()", equalTo(3));
    String next = first.extract().header("Link");

    assertThat(next).contains("rel=\"next\"").contains("cursor=");
    String query = next.replaceAll(".*\\?([^>]*)>.*", "$1");
    sue.lists(query).statusCode(200).body("items.size()", equalTo(2));
    assertThat(sue.lists(query).extract().header("Link")).isNull();
  }

  private static void annGoesAway() {
    Chain.sql(
        "update call set lease_until = clock_timestamp() - interval '1 second' where state = 'held'");
  }

  private static InHand awaitClaim(Desk who) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(who::claimIfAny, java.util.Optional::isPresent)
        .orElseThrow();
  }

  private void awaitCall(String state, String due) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(Chain.callsOf(sale).getFirst().<Map<String, Object>>get())
                    .containsEntry("state", state)
                    .containsEntry("dueAt", due));
  }
}
