package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a programme: drafted, tried out, published, paused, retired. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class ProgrammesIT {

  private static Chain chain;
  private final Desk cora = Desk.careManager("cora");

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
  void a_new_installation_has_all_programmes_for_everybody_at_the_desk_to_read() {
    Desk.agent("ann")
        .request()
        .get("/programmes")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(13))
        .body(
            "items.programme.key",
            hasItems("wellbeing", "antibiotic", "high-alert", "refill", "recall"))
        .body(
            "items.find { it.programme.key == 'antibiotic' }.programme.trigger.atc",
            hasItems("J01"))
        .body(
            "items.find { it.programme.key == 'antibiotic' }.programme.steps[0].after.day",
            equalTo(3));
  }

  @Test
  void a_draft_makes_no_call_and_what_is_published_does() {
    draft("cough", 2)
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("state", equalTo("draft"));
    SaleEvent before = Cough.sold();
    chain.tells(before);
    chain.settles();
    assertThat(Chain.callsOf(before)).isEmpty();

    publish("cough", 1).statusCode(200).body("state", equalTo("published"));

    JsonPath call = chain.sells(Cough.sold(), 1).getFirst();
    assertThat(call.getString("programme")).isEqualTo("cough");
    assertThat(call.getString("dueAt")).isEqualTo("2026-03-12T14:00:00Z");
    assertThat(call.getString("script.title")).isEqualTo("Still coughing?");
  }

  @Test
  void a_draft_that_somebody_else_changed_is_not_overwritten_or_published() {
    draft("cough", 2).statusCode(200);
    draft("cough", 3).statusCode(200).header("ETag", equalTo("\"2\""));

    cora.request()
        .header("If-Match", "\"1\"")
        .body(Cough.PROGRAMME.formatted(4))
        .put("/programmes/cough/draft")
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:aftercare:problem:draft-changed"));
    publish("cough", 1).statusCode(412);
    life("cough").body("versions[0].programme.steps[0].after.day", equalTo(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"day\": 2 | \"month\": 2 | steps[0].after",
        "\"R05\" | \"r05\" | trigger.atc[0]",
        "\"priority\": 4 | \"priority\": 9 | steps[0]",
        "\"opens\": \"10:00\" | \"opens\": \"06:00\" | steps[0].hours",
        "\"skill\": \"pharmacist\" | \"skill\": \"doctor\" | steps[0].skill",
        "\"name\": \"Cough\" | \"name\": \"\" | name",
        "\"care\": false | \"care\": false, \"colour\": \"red\" | colour",
        "\"no-answer\": 60 | \"no-answer\": -1 | retry.minutes.no-answer",
      })
  void a_programme_that_makes_no_sense_is_refused_with_the_path_named(
      String right, String wrong, String path) {
    String body = Cough.PROGRAMME.formatted(2).replace(right, wrong);
    assertThat(body).isNotEqualTo(Cough.PROGRAMME.formatted(2));

    cora.request()
        .body(body)
        .put("/programmes/cough/draft")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItems(path));
    assertThat(Chain.count("select count(*) from programme where key = 'cough'")).isZero();
  }

  @Test
  void a_call_stays_with_the_version_that_made_it_until_it_is_planned_anew() {
    draft("cough", 2);
    publish("cough", 1).statusCode(200);
    SaleEvent sale = Cough.sold();
    chain.sells(sale, 1);
    draft("cough", 4);
    publish("cough", 1).statusCode(200).body("programme.version", equalTo(2));

    // A customer who changes moves it by its own version's rule.
    chain.tells(CustomerMother.customer(sale.customerId()).livingIn("America/Chicago").build());
    Awaitility.await().until(() -> dueAt(sale).equals("2026-03-12T15:00:00Z"));

    JsonPath preview = replan(true);
    assertThat(preview.getInt("programmes.cough.later")).isEqualTo(1);
    assertThat(dueAt(sale)).isEqualTo("2026-03-12T15:00:00Z");

    JsonPath done = replan(false);
    assertThat(done.getInt("programmes.cough.later")).isEqualTo(1);
    assertThat(dueAt(sale)).isEqualTo("2026-03-14T15:00:00Z");
    assertThat(replan(true).getInt("programmes.cough.kept")).isEqualTo(1);
    chain.followUps.await(
        EventTypes.FOLLOW_UP_SCHEDULED,
        Chain.callsOf(sale).getFirst().getString("id"),
        told ->
            told.get("dueAt").asText().equals("2026-03-14T15:00:00Z")
                && told.get("programmeVersion").asInt() == 2);
  }

  @Test
  void a_retired_programme_makes_no_call_and_its_calls_are_called_off_when_planned_anew() {
    draft("cough", 2);
    publish("cough", 1).statusCode(200);
    SaleEvent sale = Cough.sold();
    String id = chain.sells(sale, 1).getFirst().getString("id");

    cora.request().post("/programmes/cough/retire").then().statusCode(204);
    cora.request().post("/programmes/cough/retire").then().statusCode(409);

    SaleEvent after = Cough.sold();
    chain.tells(after);
    chain.settles();
    assertThat(Chain.callsOf(after)).isEmpty();
    assertThat(Chain.callsOf(sale).getFirst().getString("state")).isEqualTo("planned");
    assertThat(replan(false).getInt("programmes.cough.cancelled")).isEqualTo(1);
    assertThat(chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, id).get("cancelReason").asText())
        .isEqualTo("rule-no-longer-met");
    life("cough")
        .body("versions[0].state", equalTo("retired"))
        .body("actions.action", equalTo(List.of("retired", "published", "drafted")));
  }

  @Test
  void calls_of_a_resting_programme_cannot_be_claimed_and_come_back_in_their_next_window() {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);

    cora.request().post("/programmes/wellbeing/pause").then().statusCode(204);

    awaitState(sale, "paused");
    SaleEvent meanwhile = SaleMother.lastNight().build();
    assertThat(chain.sells(meanwhile, 1).getFirst().getString("state")).isEqualTo("paused");
    assertThat(Desk.agent("ann").claimIfAny()).isEmpty();
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T21:00"));

    cora.request().post("/programmes/wellbeing/resume").then().statusCode(204);

    awaitState(sale, "planned");
    awaitState(meanwhile, "planned");
    assertThat(Chain.callsOf(sale).getFirst().getString("dueAt")).isEqualTo("2026-03-11T13:00:00Z");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-11T09:30"));
    assertThat(Desk.agent("ann").claimIfAny()).isPresent();
  }

  @Test
  void a_void_finds_a_call_that_rests() {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    cora.request().post("/programmes/wellbeing/pause").then().statusCode(204);
    awaitState(sale, "paused");

    chain.tells(SaleMother.again(sale).voided().build());

    awaitState(sale, "cancelled");
  }

  @Test
  void what_another_instance_publishes_or_pauses_is_seen_here_within_moments() {
    Chain.sql(
        """
        insert into programme (id, key, version, state, definition, published_at)
        values ('cough/1', 'cough', 1, 'published', '%s', now())
        """
            .formatted(
                Cough.PROGRAMME
                    .formatted(2)
                    .replaceFirst("\\{", "{\"key\": \"cough\", \"version\": 1, ")));
    Chain.sql("insert into programme_pause (key, paused_at, who) values ('refill', now(), 'x')");
    Chain.sql("update programme_shelf set version = version + 1");

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> inForce().getList("items.programme.key").contains("cough"));
    assertThat(chain.sells(Cough.sold(), 1)).hasSize(1);
    cora.request()
        .get("/programmes")
        .then()
        .body("items.find { it.programme.key == 'refill' }.pausedSince", notNullValue())
        .body("items.find { it.programme.key == 'cough' }.pausedSince", nullValue());
  }

  private ValidatableResponse draft(String key, int day) {
    return cora.request()
        .body(Cough.PROGRAMME.formatted(day))
        .put("/programmes/{key}/draft", key)
        .then();
  }

  private ValidatableResponse publish(String key, int revision) {
    return cora.request()
        .body("{\"revision\": %d}".formatted(revision))
        .post("/programmes/{key}/publish", key)
        .then();
  }

  private ValidatableResponse life(String key) {
    return cora.request().get("/programmes/{key}", key).then().statusCode(200);
  }

  private JsonPath replan(boolean preview) {
    return cora.request()
        .body("{\"preview\": %s, \"programme\": \"cough\"}".formatted(preview))
        .post("/replans")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private JsonPath inForce() {
    return cora.request().get("/programmes").then().statusCode(200).extract().jsonPath();
  }

  private static String dueAt(SaleEvent sale) {
    return Chain.callsOf(sale).getFirst().getString("dueAt");
  }

  private static void awaitState(SaleEvent sale, String state) {
    Awaitility.await(state)
        .atMost(Duration.ofSeconds(20))
        .until(() -> Chain.callsOf(sale).getFirst().getString("state").equals(state));
  }
}
