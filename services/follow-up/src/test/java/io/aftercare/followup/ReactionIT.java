package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A suspected adverse reaction, from the call in which it came up to the authority's number. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class ReactionIT {

  private static final String CANARY = "he turned yellow after the second dose";

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk pia = Desk.pharmacist("pia");
  private final Desk sue = Desk.supervisor();
  private SaleEvent sale;
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
    sale = SaleMother.lastNight().line("R05DA04", null).line("C09AA03", 30).build();
    chain.tells(sale);
    chain.callsOf(sale, 2);
    call = ann.talks();
  }

  @Test
  void what_was_sold_is_proposed_and_named() {
    suspectsOf(call.id(), ann)
        .statusCode(200)
        .body("items.medicine.code", containsInAnyOrder("10000", "10001"))
        .body("items.medicine.atc", hasItem("C09AA03"));
    suspectsOf(call.id(), Desk.agent("bob")).statusCode(404);

    records(ann, heard())
        .statusCode(201)
        .body("suspects[0].name", equalTo("Medicine of class C09AA03"))
        .body("suspects[0].atc", equalTo("C09AA03"));
  }

  @Test
  void a_serious_one_is_told_with_fifteen_days_and_no_words() {
    Map<String, Object> said = heard();
    said.put("criteria", List.of("hospitalisation"));
    said.put("description", CANARY);

    String id =
        records(ann, said)
            .statusCode(201)
            .body("state", equalTo("open"))
            .body("serious", equalTo(true))
            .body("dueAt", equalTo(in(15)))
            .body("noteId", notNullValue())
            .extract()
            .path("id");

    JsonNode told = chain.awaits(EventTypes.ADVERSE_REACTION_SUSPECTED, id);
    assertThat(told.get("customerId").asText()).isEqualTo(sale.customerId().toString());
    assertThat(told.get("callId").asText()).isEqualTo(call.id());
    assertThat(told.get("criteria").get(0).asText()).isEqualTo("hospitalisation");
    assertThat(told.get("suspects").get(0).get("code").asText()).isEqualTo("10001");
    assertThat(told.toString()).doesNotContain("yellow");
    assertThat(
            Chain.count("select count(*) from adverse_reaction where told::text like '%yellow%'"))
        .isZero();
    assertThat(Chain.fileHeard(sale.customerId()))
        .anyMatch(line -> line.startsWith("notes") && line.contains(CANARY));
  }

  @Test
  void one_that_is_not_serious_has_ninety_days() {
    records(ann, heard()).statusCode(201).body("dueAt", equalTo(in(90)));
  }

  @Test
  void every_element_that_is_missing_is_named() {
    records(ann, new HashMap<>())
        .statusCode(400)
        .body(
            "violations.field", containsInAnyOrder("customerId", "reporter", "suspects", "events"));
    Map<String, Object> tomorrow = heard();
    tomorrow.put("onset", "2026-03-12");
    records(ann, tomorrow).statusCode(400).body("violations[0].field", equalTo("onset"));
    Map<String, Object> elsewhere = heard();
    elsewhere.remove("callId");
    elsewhere.put("customerId", sale.customerId().toString());
    records(ann, elsewhere).statusCode(400).body("violations[0].field", equalTo("callId"));
    elsewhere.put("customerId", UUID.randomUUID().toString());
    records(pia, elsewhere).statusCode(400).body("violations[0].field", equalTo("customerId"));
    assertThat(Chain.count("select count(*) from adverse_reaction")).isZero();
  }

  @Test
  void a_stranger_records_nothing_of_a_call() {
    records(Desk.agent("bob"), heard()).statusCode(404);
    ann.says(call, "suspected-adverse-reaction").statusCode(200);
    records(ann, heard()).statusCode(201);
  }

  @Test
  void sent_again_it_is_recorded_once_and_another_content_is_refused() {
    Map<String, Object> said = heard();
    said.put("id", UUID.randomUUID().toString());
    records(ann, said).statusCode(201);

    records(ann, said).statusCode(200).body("version", equalTo(1));
    said.put("reporter", "physician");
    records(ann, said)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:reaction-differs"));
    assertThat(Chain.count("select count(*) from adverse_reaction")).isEqualTo(1);
  }

  @Test
  void nothing_is_recorded_while_the_file_is_out_of_reach() {
    Map<String, Object> said = heard();
    said.put("description", CANARY);
    Chain.fileAnswers(sale.customerId(), "broken");

    records(ann, said).statusCode(503);

    assertThat(Chain.count("select count(*) from adverse_reaction")).isZero();
  }

  @Test
  void a_pharmacist_judges_and_then_it_can_be_reported() {
    String id = records(ann, heard()).extract().path("id");
    reports(id, "EV-2026-17")
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:not-assessed"));

    // After the medicine +2, better without it +1, came back +2, nothing else explains it +2.
    assesses(id, Map.of(2, "yes", 3, "yes", 4, "yes", 5, "no"), null)
        .statusCode(200)
        .body("score", equalTo(7))
        .body("causality", equalTo("probable"))
        .body("state", equalTo("assessed"));
    reports(id, "EV-2026-17").statusCode(200).body("state", equalTo("reported"));
    reports(id, "EV-2026-17").statusCode(200).body("version", equalTo(3));
    reports(id, "EV-2026-18").statusCode(409);
    withdraws(id).statusCode(409);

    JsonNode told =
        chain.followUps.await(
            EventTypes.ADVERSE_REACTION_SUSPECTED,
            id,
            event -> event.get("state").asText().equals("reported"));
    assertThat(told.get("causality").asText()).isEqualTo("probable");
    assertThat(told.get("version").asLong()).isEqualTo(3);
  }

  @Test
  void all_ten_items_must_be_answered() {
    String id = records(ann, heard()).extract().path("id");

    pia.request()
        .body(Map.of("answers", Map.of("1", "yes", "11", "no")))
        .put("/reactions/{id}/assessment", id)
        .then()
        .statusCode(400)
        .body("violations", hasSize(10));
  }

  @Test
  void what_turns_out_to_be_serious_gets_the_shorter_clock() {
    String id = records(ann, heard()).extract().path("id");
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusDays(2));

    assesses(id, Map.of(), List.of("disability"))
        .statusCode(200)
        .body("serious", equalTo(true))
        .body("causality", equalTo("doubtful"))
        .body("dueAt", equalTo(in(17)));
  }

  @Test
  void what_runs_out_of_time_comes_to_the_supervisor() {
    Map<String, Object> serious = heard();
    serious.put("criteria", List.of("death"));
    String id = records(ann, serious).extract().path("id");
    records(ann, heard()).statusCode(201);
    lists("&escalated=true").body("items", hasSize(0));

    AdjustableClock.boston(AdjustableClock.TUESDAY.plusDays(10));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                lists("&escalated=true")
                    .body("items", hasSize(1))
                    .body("items[0].id", equalTo(id)));
    lists("&escalated=false&state=open").body("items", hasSize(1));
  }

  @Test
  void a_mistake_is_withdrawn() {
    String id = records(ann, heard()).extract().path("id");

    withdraws(id).statusCode(200).body("state", equalTo("withdrawn"));
    withdraws(id).statusCode(200).body("version", equalTo(2));
    assesses(id, Map.of(), null).statusCode(409);
  }

  @Test
  void the_export_fills_the_authoritys_form() {
    chain.tells(CustomerMother.customer(sale.customerId()).born("1950-04").build());
    chain.settles();
    Map<String, Object> said = heard();
    said.put("criteria", List.of("life-threatening"));
    said.put("onset", "2026-03-10");
    String id = records(ann, said).extract().path("id");
    assesses(id, Map.of(2, "yes"), null).statusCode(200);

    sue.request()
        .get("/reactions/{id}/export", id)
        .then()
        .statusCode(200)
        .body("'C.1.1'", equalTo(id))
        .body("'C.1.7'", equalTo(true))
        .body("'C.2.r.4'", equalTo("5"))
        .body("'D.1'", equalTo(sale.customerId().toString()))
        .body("'D.2.2a'", equalTo(75))
        .body("'E.i'[0].'E.i.1.1a'", equalTo("rash"))
        .body("'E.i'[0].'E.i.3.2b'", equalTo(true))
        .body("'E.i'[0].'E.i.3.2a'", equalTo(false))
        .body("'E.i'[0].'E.i.4'", equalTo("2026-03-10"))
        .body("'G.k'[0].'G.k.2.2'", equalTo("Medicine of class C09AA03"))
        .body("'G.k'[0].'G.k.9.i.2.r.3'", equalTo("possible (2)"))
        .body("'H.1'", nullValue());
  }

  @Test
  void who_read_is_on_record() {
    String id = records(ann, heard()).extract().path("id");
    pia.request().get("/reactions/{id}", id).then().statusCode(200);
    lists("");

    assertThat(
            Chain.count(
                "select count(*) from access_log where what in ('POST /reactions', 'GET /reactions/{id}', 'GET /reactions')"))
        .isEqualTo(3);
  }

  private Map<String, Object> heard() {
    Map<String, Object> said = new HashMap<>();
    said.put("callId", call.id());
    said.put("reporter", "patient");
    said.put("events", List.of("rash"));
    said.put("suspects", List.of(Map.of("system", "rxnorm", "code", "10001")));
    return said;
  }

  private static ValidatableResponse records(Desk who, Map<String, Object> said) {
    return who.request().body(said).post("/reactions").then();
  }

  private static ValidatableResponse suspectsOf(String call, Desk who) {
    return who.request().get("/calls/{id}/suspects", call).then();
  }

  /** Items that are not named are unknown. */
  private ValidatableResponse assesses(
      String id, Map<Integer, String> answers, List<String> criteria) {
    Map<String, Object> body = new HashMap<>();
    body.put(
        "answers",
        IntStream.rangeClosed(1, 10)
            .boxed()
            .collect(
                Collectors.toMap(String::valueOf, item -> answers.getOrDefault(item, "unknown"))));
    body.put("criteria", criteria);
    return pia.request().body(body).put("/reactions/{id}/assessment", id).then();
  }

  private ValidatableResponse reports(String id, String reference) {
    return sue.request()
        .body(Map.of("reference", reference))
        .post("/reactions/{id}/report", id)
        .then();
  }

  private ValidatableResponse withdraws(String id) {
    return pia.request().body("{}").post("/reactions/{id}/withdraw", id).then();
  }

  private ValidatableResponse lists(String query) {
    return sue.request().get("/reactions?limit=50" + query).then().statusCode(200);
  }

  private static String in(int days) {
    return AdjustableClock.TUESDAY
        .atZone(AdjustableClock.BOSTON)
        .toInstant()
        .plus(Duration.ofDays(days))
        .toString();
  }
}
