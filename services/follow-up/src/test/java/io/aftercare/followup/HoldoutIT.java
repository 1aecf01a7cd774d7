package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.CareOfferEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a relationship programme leaves out by chance, once a clinical lead has approved it. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class HoldoutIT {

  private static final int SALES = 40;

  private static Chain chain;
  private final Desk phil = Desk.pharmacist("phil");

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

  @AfterEach
  void end() {
    phil.request().delete("/experiments/relationship/approval");
    Chain.sql("delete from experiment");
  }

  @Test
  void nobody_is_held_out_before_a_clinical_lead_approves_it() {
    phil.request().get("/experiments").then().body("items", hasSize(0));

    assertThat(firstPurchases())
        .allSatisfy(call -> assertThat(call.getString("state")).isEqualTo("planned"));
  }

  @Test
  void a_share_is_not_called_and_each_call_tells_its_arm() {
    approve(50);

    List<JsonPath> calls = firstPurchases();

    List<JsonPath> heldOut = in(calls, "held-out");
    List<JsonPath> planned = in(calls, "planned");
    assertThat(heldOut.size() + planned.size()).isEqualTo(SALES);
    assertThat(heldOut).hasSizeBetween(5, 35);
    JsonNode told =
        chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, heldOut.getFirst().getString("id"));
    assertThat(told.get("state").asText()).isEqualTo("held-out");
    assertThat(told.get("arm").asText()).isEqualTo("held-out");
    assertThat(told.get("experiment").asText()).isEqualTo("relationship");
    told = chain.awaits(EventTypes.FOLLOW_UP_SCHEDULED, planned.getFirst().getString("id"));
    assertThat(told.get("arm").asText()).isEqualTo("called");

    // The next sale of the same customer has the same arm.
    String customer = heldOut.getFirst().getString("customerId");
    SaleEvent again = SaleMother.lastNight().of(java.util.UUID.fromString(customer)).build();
    assertThat(chain.sells(again, 1).getFirst().getString("state")).isEqualTo("held-out");
  }

  @Test
  void nobody_is_held_out_where_safety_is_the_reason() {
    approve(50);

    for (int i = 0; i < 20; i++) {
      SaleEvent switched =
          SaleMother.lastNight().line("C09AA02", null, "brand-switch", "prescription").build();
      SaleEvent highAlert = SaleMother.lastNight().line("B01AA03", null, "high-alert").build();
      assertThat(chain.sells(switched, 1).getFirst().getString("state")).isEqualTo("planned");
      assertThat(chain.sells(highAlert, 3))
          .allSatisfy(call -> assertThat(call.getString("state")).isEqualTo("planned"));
    }
  }

  @Test
  void greetings_are_held_out_too_and_tell_their_arm() {
    approve(50);
    List<UUID> offers = new ArrayList<>();
    for (int i = 0; i < SALES; i++) {
      offers.add(birthday());
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Chain.count("select count(*) from message"), count -> count == SALES);

    List<UUID> heldOut = offers.stream().filter(HoldoutIT::isHeldOut).toList();
    assertThat(heldOut).hasSizeBetween(5, 35);
    JsonNode told = chain.awaits(EventTypes.MESSAGE_SCHEDULED, Post.id(heldOut.getFirst()));
    assertThat(told.get("state").asText()).isEqualTo("held-out");
    assertThat(told.get("experiment").asText()).isEqualTo("relationship");
    assertThat(told.get("arm").asText()).isEqualTo("held-out");
    UUID greeted = offers.stream().filter(offer -> !isHeldOut(offer)).findFirst().orElseThrow();
    told = chain.awaits(EventTypes.MESSAGE_SCHEDULED, Post.id(greeted));
    assertThat(told.get("arm").asText()).isEqualTo("called");
  }

  @Test
  void an_offer_that_is_withdrawn_leaves_the_experiment_and_one_that_is_answered_stays() {
    approve(50);
    List<UUID> heldOut = new ArrayList<>();
    while (heldOut.size() < 2) {
      UUID offer = birthday();
      Awaitility.await().until(() -> Post.id(offer) != null);
      if (isHeldOut(offer)) {
        heldOut.add(offer);
      }
    }

    chain.tells(birthday(heldOut.getFirst(), 2, "accepted"));
    chain.tells(birthday(heldOut.getLast(), 2, "withdrawn"));
    chain.settlesOffers();

    Post.becomes(heldOut.getLast(), "cancelled");
    assertThat(Post.reason(heldOut.getLast())).isEqualTo("offer-withdrawn");
    JsonNode told = chain.awaits(EventTypes.MESSAGE_CHANGED, Post.id(heldOut.getLast()));
    assertThat(told.get("state").asText()).isEqualTo("cancelled");
    assertThat(isHeldOut(heldOut.getFirst())).isTrue();
  }

  private static UUID birthday() {
    UUID offer = UUID.randomUUID();
    chain.tells(birthday(offer, 1, "offered"));
    return offer;
  }

  private static CareOfferEvent birthday(UUID offer, long version, String state) {
    return new CareOfferEvent(
        offer,
        version,
        state,
        "birthday",
        UUID.randomUUID(),
        "boston-1",
        "birthday",
        LocalDate.of(2026, 3, 10),
        null,
        null,
        null);
  }

  private static boolean isHeldOut(UUID offer) {
    return "held-out"
        .equals(Chain.text("select state from message where cause_id = '%s'".formatted(offer)));
  }

  @Test
  void a_void_takes_a_sale_out_of_the_experiment() {
    approve(50);
    SaleEvent sale = SaleMother.lastNight().build();
    while (!chain.sells(sale, 1).getFirst().getString("state").equals("held-out")) {
      sale = SaleMother.lastNight().build();
    }
    String id = Chain.callsOf(sale).getFirst().getString("id");

    chain.tells(SaleMother.again(sale).voided().build());

    chain.followUps.await(
        EventTypes.FOLLOW_UP_CANCELLED, id, told -> told.get("state").asText().equals("cancelled"));
  }

  @Test
  void an_experiment_ends_when_somebody_says_so_and_who_approved_it_is_on_record() {
    approve(50);
    phil.request()
        .get("/experiments")
        .then()
        .body("items[0].approvedBy", equalTo(phil.subject()))
        .body("items[0].runs", equalTo(true));

    phil.request()
        .delete("/experiments/relationship/approval")
        .then()
        .statusCode(200)
        .body("runs", equalTo(false))
        .body("endedBy", equalTo(phil.subject()));

    assertThat(in(firstPurchases(), "held-out")).isEmpty();
  }

  private void approve(int percent) {
    phil.request()
        .body("{\"sharePercent\": %d}".formatted(percent))
        .put("/experiments/relationship/approval")
        .then()
        .statusCode(200);
  }

  private List<JsonPath> firstPurchases() {
    List<SaleEvent> sales = new ArrayList<>();
    for (int i = 0; i < SALES; i++) {
      sales.add(SaleMother.lastNight().build());
    }
    sales.forEach(chain::tells);
    return sales.stream().map(sale -> chain.callsOf(sale, 1).getFirst()).toList();
  }

  private static List<JsonPath> in(List<JsonPath> calls, String state) {
    return calls.stream().filter(call -> call.getString("state").equals(state)).toList();
  }
}
