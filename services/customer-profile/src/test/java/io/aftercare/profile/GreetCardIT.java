package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class GreetCardIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");
  private static final LocalDate HERE = LocalDate.now(ZoneId.of("America/New_York"));

  @Inject AgroalDataSource database;

  @Test
  void the_card_says_how_to_greet_and_what_matters_today() {
    var ada =
        Somebody.isNew()
            .with("preferredName", "Mama Ada")
            .with("pronunciation", "MAH-mah AH-dah")
            .with("birthDate", HERE.minusYears(70).toString())
            .withPhone(Somebody.freshNumber(), "home", Map.of("validTo", "2020-12-31"));
    BOSTON.knows(ada);
    BOSTON.bears(ada.id(), "J01C", "penicillin");
    FollowUp.calling().asksToTakeCare(ada.id(), "hard of hearing", "speak slowly");

    BOSTON
        .greets(ada.id())
        .then()
        .statusCode(200)
        .body("preferredName", equalTo("Mama Ada"))
        .body("pronunciation", equalTo("MAH-mah AH-dah"))
        .body("languages", contains("ig", "en"))
        .body("allergies.atc", contains("J01C"))
        .body("takeCare.whatHelps", equalTo("speak slowly"))
        .body("birthdayIn", equalTo(0))
        .body(
            "today",
            contains("take-care", "allergies", "birthday", "ask-for-number", "ask-for-consent"));
  }

  @Test
  void who_can_be_reached_and_was_asked_is_only_greeted() {
    var ada =
        Somebody.isNew().withPhone(Somebody.freshNumber()).who("declined", "care-calls", "call");
    BOSTON.knows(ada);

    BOSTON.greets(ada.id()).then().body("preferredName", equalTo("Ada")).body("today", empty());
  }

  @Test
  void who_wants_no_calls_is_not_asked_for_them() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    FollowUp.calling().hearsDoNotCall(ada.id()).then().statusCode(204);

    BOSTON
        .greets(ada.id())
        .then()
        .body("doNotCall", equalTo(true))
        .body("today", not(hasItem("ask-for-consent")));
  }

  @Test
  void another_store_greets_her_only_once_they_have_met() throws SQLException {
    String phone = Somebody.freshNumber();
    var ada = Somebody.isNew().withPhone(phone);
    BOSTON.knows(ada);

    SALEM.greets(ada.id()).then().statusCode(404);
    SALEM.finds(phone);
    SALEM.greets(ada.id()).then().statusCode(200);

    assertThat(new Ledger(database).readsOf(ada.id()))
        .extracting(Ledger.Read::what)
        .containsExactly("POST /customers/search", "GET /customers/{id}/card");
  }
}
