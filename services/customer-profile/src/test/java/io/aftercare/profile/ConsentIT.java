package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ConsentIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");

  @Inject AgroalDataSource database;

  private final Somebody ada = Somebody.isNew();

  @BeforeEach
  void meet() {
    BOSTON.knows(ada.who("given", "care-calls", "call"));
  }

  @Test
  void every_question_has_a_standing_and_every_answer_its_proof() {
    BOSTON.hears(ada.id(), paper("given", "scan 4711")).then().statusCode(200);
    BOSTON.hears(ada.id(), "withdrawn", "marketing", "post").then().statusCode(200);

    JsonPath history =
        BOSTON.asksWhatIsAllowed(ada.id()).then().statusCode(200).extract().jsonPath();

    assertThat(history.getList("standing")).hasSize(25);
    assertThat(state(history, "care-calls", "call")).isEqualTo("given");
    assertThat(state(history, "marketing", "post")).isEqualTo("withdrawn");
    assertThat(state(history, "research", "wechat")).isEqualTo("not-asked");
    assertThat(history.getList("answers.state")).containsExactly("withdrawn", "given", "given");
    assertThat(history.getString("answers[1].source")).isEqualTo("paper");
    assertThat(history.getString("answers[1].proof.reference")).isEqualTo("scan 4711");
    assertThat(history.getString("answers[1].wording")).isEqualTo("v3");
    assertThat(history.getString("answers[1].recordedBy")).isNotBlank();
  }

  @Test
  void a_proof_that_comes_later_is_added_and_the_same_again_is_not() {
    var unproven =
        Map.of("purpose", "marketing", "channel", "post", "state", "given", "wording", "v3");
    BOSTON.hears(ada.id(), unproven).then().body("version", equalTo(2));
    BOSTON.hears(ada.id(), paper("given", "scan 4711")).then().body("version", equalTo(3));

    BOSTON.hears(ada.id(), paper("given", "scan 4711")).then().body("version", equalTo(3));
    BOSTON.hears(ada.id(), unproven).then().body("version", equalTo(3));

    BOSTON.asksWhatIsAllowed(ada.id()).then().body("answers", hasSize(3));
  }

  @Test
  void do_not_call_is_told_beside_the_answers() {
    FollowUp.calling().hearsDoNotCall(ada.id()).then().statusCode(204);

    BOSTON
        .asksWhatIsAllowed(ada.id())
        .then()
        .body("doNotCall", equalTo(true))
        .body("answers[0].at", notNullValue());
  }

  @Test
  void the_history_is_read_on_record_and_within_reach_only() throws SQLException {
    BOSTON.asksWhatIsAllowed(ada.id()).then().statusCode(200);

    SALEM.asksWhatIsAllowed(ada.id()).then().statusCode(404);
    assertThat(new Ledger(database).readsOf(ada.id()))
        .extracting(Ledger.Read::what)
        .containsExactly("GET /customers/{id}/consents");
  }

  @Test
  void what_makes_no_sense_is_named() {
    BOSTON
        .hears(
            ada.id(),
            Map.of(
                "purpose", "marketing",
                "channel", "post",
                "state", "given",
                "wording", "v3",
                "proof", Map.of("reference", "x".repeat(201))))
        .then()
        .statusCode(400)
        .body("violations.field", contains("proof.reference"));
    BOSTON
        .hears(
            ada.id(),
            Map.of(
                "purpose", "marketing",
                "channel", "post",
                "state", "not-asked",
                "wording", "v3"))
        .then()
        .statusCode(400);
  }

  private static Map<String, ?> paper(String state, String reference) {
    return Map.of(
        "purpose", "marketing",
        "channel", "post",
        "state", state,
        "wording", "v3",
        "source", "paper",
        "proof", Map.of("reference", reference));
  }

  private static String state(JsonPath history, String purpose, String channel) {
    return history.getString(
        "standing.find { it.purpose == '%s' && it.channel == '%s' }.state"
            .formatted(purpose, channel));
  }
}
