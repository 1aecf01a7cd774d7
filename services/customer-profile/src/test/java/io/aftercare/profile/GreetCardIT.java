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
import java.util.UUID;
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
  void the_card_knows_the_last_visit_what_runs_out_and_what_went_wrong() throws SQLException {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    // Fetched five days early: the second supply begins when the first one ends, and both end in
    // three days.
    bought(ada, HERE.minusDays(57), "Ramipril A", 30);
    bought(ada, HERE.minusDays(32), "Ramipril B", 30);
    complained(ada, "closed", "price");
    complained(ada, "open", "wait");

    BOSTON
        .greets(ada.id())
        .then()
        .body("lastVisit", equalTo(HERE.minusDays(32).toString()))
        .body("dueRefills.name", contains("Ramipril B"))
        .body("dueRefills[0].dueOn", equalTo(HERE.plusDays(3).toString()))
        .body("openComplaint.category", equalTo("wait"))
        .body(
            "today", contains("open-complaint", "refill-due", "ask-for-number", "ask-for-consent"));
  }

  private void bought(Somebody who, LocalDate day, String name, int days) throws SQLException {
    var sale = UUID.randomUUID();
    var ledger = new Ledger(database);
    ledger.change(
        """
        insert into purchase (sale_id, customer_id, store_id, sold_at, sold_on, voided)
        values ('%s', '%s', 'boston-1', '%sT15:00:00Z', '%s', false)
        """
            .formatted(sale, who.id(), day, day));
    ledger.change(
        """
        insert into dispensing (sale_id, line, customer_id, sold_on, system, code, name, atc, long_term,
          quantity, returned, days_supply)
        values ('%s', 0, '%s', '%s', 'gtin', '%s', '%s', 'C09AA05', true, 1, 0, %d)
        """
            .formatted(sale, who.id(), day, name.hashCode(), name, days));
  }

  private void complained(Somebody who, String status, String category) throws SQLException {
    new Ledger(database)
        .change(
            """
            insert into known_complaint (id, customer_id, store_id, category, status, opened_at)
            values ('%s', '%s', 'boston-1', '%s', '%s', now())
            """
                .formatted(UUID.randomUUID(), who.id(), category, status));
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
