package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A difficult conversation: warned, ended with backing, talked over, and remembered with care. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class IncidentIT {

  private static final String WORDS = "he threw the box across the counter";

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");
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
    sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    call = ann.talks();
  }

  @Test
  void nobody_is_cut_off_without_a_warning() {
    ann.says(call, "ended-for-abuse")
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:no-warning"));
    bob.warns(call).statusCode(409);
    String first = ann.warns(call).statusCode(200).extract().path("warnedAt");
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusMinutes(1));
    ann.warns(call).statusCode(200).body("warnedAt", equalTo(first));

    ann.says(call, "ended-for-abuse").statusCode(200).body("state", equalTo("done"));

    lists(sue).body("items", hasSize(1)).body("items[0].state", equalTo("open"));
  }

  @Test
  void a_warning_needs_somebody_on_the_line() {
    chain.sells(SaleMother.lastNight().build(), 1);
    InHand notDialled = bob.claim();

    bob.warns(notDialled).statusCode(409).body("type", equalTo("urn:aftercare:problem:no-permit"));
  }

  @Test
  void the_customers_file_tells_the_next_one_to_take_care() {
    endsForAbuse();
    records(ann, List.of("insult"), List.of("let-them-finish", "another-time"))
        .statusCode(200)
        .body("kinds", equalTo(List.of("insult")));

    List<JsonPath> flags = flags();
    assertThat(flags).hasSize(2).allMatch(flag -> flag.getString("callId").equals(call.id()));
    assertThat(flags.getFirst().getList("kinds")).isEmpty();
    assertThat(flags.getLast().getList("kinds")).containsExactly("insult");
    assertThat(flags.getLast().getList("helped"))
        .containsExactly("let-them-finish", "another-time");
    assertThat(flags.getLast().getString("author")).isEqualTo(ann.subject());
    assertThat(flags.getLast().getString("until")).startsWith("2027-03-10");
  }

  @Test
  void whoever_dials_is_told_what_the_file_says() {
    chain.sells(SaleMother.lastNight().build(), 1);
    InHand next = bob.claim();
    Chain.fileAnswers(
        UUID.fromString(next.customer()),
        """
        {"allowed": true, "number": "+16175550123", "numberMark": "mark",
         "callee": {"name": "Ann", "relation": "self", "disclose": "everything",
                    "takeCare": {"difficult": {"at": "2026-03-09T15:00:00Z", "kinds": ["insult"],
                                               "helped": ["apology"]}}}}
        """);

    bob.asksToDial(next)
        .statusCode(200)
        .body("callee.takeCare.note", nullValue())
        .body("callee.takeCare.difficult.kinds", equalTo(List.of("insult")))
        .body("callee.takeCare.difficult.helped", equalTo(List.of("apology")));
  }

  @Test
  void what_the_file_cannot_keep_is_not_kept_here_either() {
    Chain.fileAnswers(sale.customerId(), "broken");
    ann.warns(call).statusCode(200);
    records(ann, List.of("insult"), List.of())
        .statusCode(503)
        .body("type", equalTo("urn:aftercare:problem:profile-unavailable"));
    ann.says(call, "ended-for-abuse").statusCode(503);
    lists(sue).body("items", hasSize(0));

    Chain.fileAnswers(sale.customerId(), "{}");
    ann.says(call, "ended-for-abuse").statusCode(200);
    lists(sue).body("items", hasSize(1));
  }

  @Test
  void a_debrief_is_tracked_to_its_end() {
    endsForAbuse();
    String incident = records(ann, List.of("threat"), List.of()).extract().path("id");

    ann.debriefs(incident, "happened", WORDS).statusCode(200);
    ann.debriefs(incident, "helped", "nothing did").statusCode(200);
    bob.debriefs(incident, "happened", "I know better").statusCode(404);
    ann.debriefs(incident, "colleague", "I was right").statusCode(404);
    bob.debriefs(incident, "change", "more staff").statusCode(404);
    closes(incident)
        .statusCode(409)
        .body("missing", equalTo(List.of("colleague", "supervisor", "change")));
    bob.debriefs(incident, "colleague", "she was calm").statusCode(200);
    sue.debriefs(incident, "supervisor", "well done").statusCode(200);
    sue.debriefs(incident, "change", "two of us in the evening")
        .statusCode(200)
        .body("missing", hasSize(0));

    closes(incident).statusCode(200).body("state", equalTo("closed"));

    sue.debriefs(incident, "change", "another idea").statusCode(409);
    assertThat(Chain.fileHeard(sale.customerId()))
        .anyMatch(line -> line.startsWith("notes") && line.contains(WORDS));
    assertThat(
            Chain.count(
                "select count(*) from debrief d where d::text like '%counter%' or d.note_id is null"))
        .isZero();
  }

  @Test
  void an_agent_sees_their_own_and_a_stranger_records_none() {
    records(bob, List.of("insult"), List.of()).statusCode(404);
    records(ann, List.of(), List.of()).statusCode(400);
    records(ann, List.of("shouting"), List.of("apology")).statusCode(200);

    lists(ann).body("items", hasSize(1));
    lists(bob).body("items", hasSize(0));
    assertThat(Chain.count("select count(*) from access_log where what = 'GET /incidents'"))
        .isEqualTo(1);
  }

  private void endsForAbuse() {
    ann.warns(call).statusCode(200);
    ann.says(call, "ended-for-abuse").statusCode(200);
  }

  /** What customer-profile was told to take care of. */
  private List<JsonPath> flags() {
    return Chain.fileHeard(sale.customerId()).stream()
        .filter(line -> line.startsWith("difficulty "))
        .map(line -> JsonPath.from(line.substring("difficulty ".length())))
        .toList();
  }

  private ValidatableResponse records(Desk who, List<String> kinds, List<String> helped) {
    return who.request()
        .body(Map.of("callId", call.id(), "kinds", kinds, "helped", helped))
        .post("/incidents")
        .then();
  }

  private static ValidatableResponse lists(Desk who) {
    return who.request().get("/incidents?limit=50").then().statusCode(200);
  }

  private ValidatableResponse closes(String incident) {
    return sue.request().body("{}").post("/incidents/{id}/close", incident).then();
  }
}
