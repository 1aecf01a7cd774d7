package io.aftercare.profile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class HealthIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter PHARMACIST = Counter.ofChain("phil", "pharmacist");
  private static final Map<String, String> DIABETES =
      Map.of("icd10", "E11.9", "name", "sugar", "since", "2015-01-01");
  private static final Map<String, String> METFORMIN =
      Map.of("atc", "A10BA02", "name", "Metformin", "taking", "one in the morning");

  private final Somebody ada = Somebody.isNew();

  @BeforeEach
  void meet() {
    BOSTON.knows(ada);
  }

  @Test
  void what_she_tells_is_in_the_file() {
    PHARMACIST
        .isTold(ada.id(), "conditions", "\"1\"", List.of(DIABETES))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("conditions.icd10", contains("E11.9"));
    PHARMACIST
        .isTold(ada.id(), "medicines", "\"2\"", List.of(METFORMIN))
        .then()
        .statusCode(200)
        .body("conditions", hasSize(1))
        .body("medicines.name", contains("Metformin"));

    BOSTON
        .opens(ada.id())
        .then()
        .header("ETag", equalTo("\"3\""))
        .body("conditions[0].since", equalTo("2015-01-01"))
        .body("medicines[0].taking", equalTo("one in the morning"));
  }

  @Test
  void of_two_who_edit_the_same_version_the_second_is_told() {
    PHARMACIST.isTold(ada.id(), "medicines", "\"1\"", List.of(METFORMIN));

    PHARMACIST
        .isTold(ada.id(), "medicines", "\"1\"", List.of())
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:aftercare:problem:changed-meanwhile"));
    PHARMACIST
        .isTold(ada.id(), "medicines", "\"1\"", List.of(METFORMIN))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));
    PHARMACIST
        .request()
        .body(Map.of("medicines", List.of()))
        .put("/customers/{id}/medicines", ada.id())
        .then()
        .statusCode(428);
    BOSTON.opens(ada.id()).then().body("medicines", hasSize(1));
  }

  @Test
  void a_correction_of_the_file_loses_nothing_of_it() {
    PHARMACIST.isTold(ada.id(), "conditions", "\"1\"", List.of(DIABETES));
    FollowUp.calling().asksToTakeCare(ada.id(), "hard of hearing", "speak slowly");

    BOSTON
        .corrects(ada.id(), "\"3\"", ada.with("givenName", "Adaeze"))
        .then()
        .statusCode(200)
        .body("givenName", equalTo("Adaeze"))
        .body("conditions", hasSize(1))
        .body("takeCare.whatHelps", equalTo("speak slowly"));
  }

  @Test
  void what_makes_no_sense_is_named() {
    PHARMACIST
        .isTold(
            ada.id(),
            "conditions",
            "\"1\"",
            List.of(DIABETES, Map.of("icd10", "sugar", "name", " ")))
        .then()
        .statusCode(400)
        .body("violations.field", containsInAnyOrder("conditions[1].icd10", "conditions[1].name"));
    PHARMACIST
        .isTold(ada.id(), "medicines", "\"1\"", List.of(Map.of("atc", "metformin", "name", "M")))
        .then()
        .statusCode(400)
        .body("violations.field", contains("medicines[0].atc"));
    BOSTON.opens(ada.id()).then().body("conditions", empty());
  }

  @Test
  void the_next_who_meets_her_knows_what_to_take_care_of() {
    var phone = Somebody.freshNumber();
    var obi = Somebody.isNew().withPhone(phone);
    BOSTON.knows(obi);
    var call = FollowUp.calling();

    call.asksToTakeCare(obi.id(), "was shouted at", "let him finish").then().statusCode(204);

    call.asks(obi.id())
        .then()
        .body("callee.takeCare.note", equalTo("was shouted at"))
        .body("callee.takeCare.whatHelps", equalTo("let him finish"));
    BOSTON.greets(obi.id()).then().body("takeCare.note", equalTo("was shouted at"));
    PHARMACIST.liftsCare(obi.id()).then().statusCode(204);
    BOSTON.greets(obi.id()).then().body("takeCare", equalTo(null));
  }

  @Test
  void a_service_says_whose_words_it_passes_on_and_nobody_else_does() {
    Counter.ofChain("follow-up", "service")
        .asksToTakeCare(ada.id(), Map.of("note", "was shouted at"))
        .then()
        .statusCode(400)
        .body("violations.field", contains("author"));
    PHARMACIST
        .asksToTakeCare(ada.id(), Map.of("note", "n", "author", Tokens.subject("phil")))
        .then()
        .statusCode(400)
        .body("violations.field", contains("author"));
  }
}
