package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CorrectionIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  @Test
  void a_correction_replaces_the_particulars_and_keeps_the_answers() {
    String before = Somebody.freshNumber();
    String after = Somebody.freshNumber();
    var ada = Somebody.isNew().withPhone(before).who("given", "care-calls", "call");
    BOSTON.knows(ada);

    BOSTON
        .corrects(ada.id(), "\"1\"", like(ada).with("givenName", "Adaeze").withPhone(after))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("givenName", equalTo("Adaeze"))
        .body("phones.number", contains(after))
        .body("consents", hasSize(1));

    assertThat(BOSTON.finds(before)).isEmpty();
    assertThat(BOSTON.finds(after)).hasSize(1);
    assertThat(BOSTON.reads(ada.id()).getString("givenName")).isEqualTo("Adaeze");
  }

  @Test
  void allergies_are_greeted_with_and_survive_a_correction() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    BOSTON
        .bears(ada.id(), "J01C", "penicillin")
        .then()
        .statusCode(200)
        .body("allergies.name", contains("penicillin"));
    BOSTON
        .corrects(ada.id(), "\"2\"", like(ada).with("givenName", "Adaeze"))
        .then()
        .statusCode(200);
    BOSTON.greets(ada.id()).then().body("allergies.atc", contains("J01C"));
    BOSTON
        .bears(ada.id(), "penicillin", "penicillin")
        .then()
        .statusCode(400)
        .body("violations.field", contains("allergies[0].atc"));
    BOSTON.greets(ada.id()).then().body("allergies", hasSize(1));
  }

  @Test
  void of_two_who_edit_the_same_version_the_second_is_told() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    BOSTON.corrects(ada.id(), "\"1\"", like(ada).with("givenName", "Adaeze"));

    BOSTON
        .corrects(ada.id(), "\"1\"", like(ada).with("givenName", "Ida"))
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:aftercare:problem:changed-meanwhile"));
    assertThat(BOSTON.reads(ada.id()).getString("givenName")).isEqualTo("Adaeze");
  }

  @Test
  void the_same_correction_sent_again_changes_nothing() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    var corrected = like(ada).with("givenName", "Adaeze").withPhone(Somebody.freshNumber());
    BOSTON.corrects(ada.id(), "\"1\"", corrected).then().statusCode(200);

    BOSTON
        .corrects(ada.id(), "\"1\"", corrected)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));
  }

  @Test
  void who_does_not_say_what_was_edited_changes_nothing() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);

    Response answer = BOSTON.request().body(ada.correction()).put("/customers/{id}", ada.id());

    answer.then().statusCode(428).body("type", equalTo("urn:aftercare:problem:if-match-missing"));
    BOSTON.corrects(ada.id(), "W/\"1\"", like(ada).with("givenName", "Ida")).then().statusCode(412);
  }

  @Test
  void a_number_found_wrong_stays_wrong_until_it_is_taken_off() {
    String wrong = Somebody.freshNumber();
    String right = Somebody.freshNumber();
    var ada = Somebody.isNew().withPhone(wrong);
    BOSTON.knows(ada);
    FollowUp.calling().reachesSomebodyElse(ada.id(), wrong).then().statusCode(204);

    // Whoever has it now is not shown her file.
    assertThat(BOSTON.finds(wrong)).isEmpty();
    BOSTON
        .corrects(ada.id(), "\"2\"", like(ada).withPhone(wrong).withPhone(right))
        .then()
        .statusCode(200)
        .body("phones.wrong", contains(true, false));
    BOSTON
        .corrects(ada.id(), "\"3\"", like(ada).withPhone(right))
        .then()
        .body("phones.wrong", contains(false));
  }

  private static Somebody like(Somebody other) {
    return Somebody.isNew().with("id", other.id().toString());
  }
}
