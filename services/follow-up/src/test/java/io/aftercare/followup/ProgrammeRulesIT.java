package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a programme may have of its own: retries, a cap, patience; a language and words in a step.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class ProgrammeRulesIT {

  private static Chain chain;

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
  void forget() {
    Cough.forget();
  }

  @Test
  void a_programme_has_its_own_retries() {
    Cough.inForce("", "");
    SaleEvent sale = Cough.sold();
    chain.sells(sale, 1);
    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T11:00"));
    Desk phil = Desk.pharmacist("phil");

    phil.works("no-answer");
    assertThat(dueAt(sale)).isEqualTo("2026-03-12T16:00:00Z");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T12:00"));
    phil.works("no-answer");

    assertThat(Chain.callsOf(sale).getFirst().getString("state")).isEqualTo("not-reached");
  }

  @Test
  void a_programme_has_its_own_cap() {
    Cough.inForce("\"care\"", "\"cap\": {\"answered\": 1, \"days\": 60}, \"care\"");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-02T11:00"));
    SaleEvent first = SaleMother.at("2026-03-02T10:00:00-05:00").build();
    chain.sells(first, 1);
    AdjustableClock.boston(LocalDateTime.parse("2026-03-04T11:00"));
    Desk phil = Desk.pharmacist("phil");
    phil.works("done-well");
    SaleEvent second = SaleMother.at("2026-03-08T10:00:00-04:00").of(first.customerId()).build();
    chain.sells(second, 1);
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T11:00"));

    phil.asksToDial(phil.claim()).statusCode(409).body("reason", equalTo("programme-cap"));

    assertThat(Chain.callsOf(second).getFirst().getString("state")).isEqualTo("cancelled");
    assertThat(Chain.callsOf(second).getFirst().getString("cancelReason"))
        .isEqualTo("programme-cap");
  }

  @Test
  void a_programme_has_its_own_patience() {
    Cough.inForce("\"care\"", "\"expires-after-days\": 10, \"care\"");

    // Day 2 was the first of March, nine days ago.
    JsonPath late = chain.sells(SaleMother.at("2026-02-27T10:00:00-05:00").build(), 1).getFirst();
    JsonPath tooLate =
        chain.sells(SaleMother.at("2026-02-24T10:00:00-05:00").build(), 1).getFirst();

    assertThat(late.getString("state")).isEqualTo("planned");
    assertThat(tooLate.getString("state")).isEqualTo("too-late");
  }

  @Test
  void a_step_is_held_in_a_language_of_its_own_by_who_speaks_it() {
    Cough.inForce("\"pharmacist\"", "\"agent\", \"language\": \"th\"");
    SaleEvent sale = Cough.sold();
    chain.sells(sale, 1);
    // What the customer speaks comes to be known, and changes nothing.
    chain.tells(CustomerMother.customer(sale.customerId()).speaking("en-US").build());
    Awaitility.await()
        .until(() -> "en".equals(Chain.text("select language from known_customer limit 1")));
    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T11:00"));
    Desk enid = speaking("enid", "en");
    Desk thida = speaking("thida", "th");

    assertThat(enid.claimIfAny()).isEmpty();
    Desk.InHand call = thida.claim();

    assertThat(call.json().getString("language")).isEqualTo("th");
    thida
        .request()
        .get("/calls/{id}/answers", call.id())
        .then()
        .statusCode(200)
        .body("language", equalTo("th"));
  }

  @Test
  void a_step_has_words_of_its_own() {
    Cough.inForce(
        "\"priority\": 4,",
        "\"priority\": 4, \"script\": {\"title\": \"Two days on\", \"lines\": [\"Ask about sleep.\"],"
            + " \"red-flag\": \"Blood: now.\"},");

    JsonPath call = chain.sells(Cough.sold(), 1).getFirst();

    assertThat(call.getString("script.title")).isEqualTo("Two days on");
    assertThat(call.getList("script.lines")).hasToString("[Ask about sleep., Blood: now.]");
  }

  @Test
  void a_language_without_words_is_refused() {
    Cough.drafted(
            Cough.PROGRAMME
                .formatted(2)
                .replace("\"pharmacist\"", "\"pharmacist\", \"language\": \"fr\""))
        .statusCode(400)
        .body("violations.field", hasItems("steps[0].language"));
  }

  @Test
  void a_promised_service_is_told_by_its_own_programme_and_by_message_alone() {
    String asked =
        Cough.PROGRAMME
            .formatted(2)
            .replace("{\"atc\": [\"R05\"]}", "{\"event\": \"service-request\"}");
    Cough.drafted(asked).statusCode(400).body("violations.field", contains("trigger.event"));
    Desk.careManager("cora")
        .request()
        .body(asked)
        .put("/programmes/service-request/draft")
        .then()
        .statusCode(400)
        .body("violations.field", contains("steps[0].channel"));
  }

  private static Desk speaking(String name, String language) {
    Desk agent = Desk.agent(name);
    Desk.supervisor().lets(agent, List.of(language), List.of()).statusCode(200);
    return agent;
  }

  private static String dueAt(SaleEvent sale) {
    return Chain.callsOf(sale).getFirst().getString("dueAt");
  }
}
