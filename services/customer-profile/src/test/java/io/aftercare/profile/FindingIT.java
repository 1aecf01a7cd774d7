package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class FindingIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");

  @Inject AgroalDataSource database;

  @Test
  void a_customer_is_found_by_phone_however_it_is_written() {
    String phone = Somebody.freshNumber();
    var ada = Somebody.isNew().with("preferredName", "Mama Ada").withPhone(phone);
    BOSTON.knows(ada);
    String local =
        "(%s) %s-%s".formatted(phone.substring(2, 5), phone.substring(5, 8), phone.substring(8));

    for (String written : List.of(phone, local, "1" + phone.substring(2))) {
      assertThat(BOSTON.finds(written))
          .singleElement()
          .satisfies(
              card -> {
                assertThat(card).containsEntry("id", ada.id().toString());
                assertThat(card).containsEntry("preferredName", "Mama Ada");
                assertThat(card).containsEntry("languages", List.of("ig", "en"));
                assertThat(card).doesNotContainKey("heldBy");
              });
    }
  }

  @Test
  void a_family_that_shares_a_phone_is_found_together() {
    String phone = Somebody.freshNumber();
    var ada = Somebody.isNew().withPhone(phone);
    var obi = Somebody.isNew().with("givenName", "Obi").withPhone(phone);
    BOSTON.knows(ada);
    BOSTON.knows(obi);

    assertThat(BOSTON.finds(phone))
        .extracting(card -> card.get("preferredName"))
        .containsExactlyInAnyOrder("Ada", "Obi");
  }

  @Test
  void a_caregivers_phone_finds_the_patient_and_says_whose_it_is() {
    String daughters = Somebody.freshNumber();
    var ada = Somebody.isNew().withCaregiver("Ngozi", "daughter", daughters, "care-calls");
    var ngozi = Somebody.isNew().with("givenName", "Ngozi").withPhone(daughters);
    BOSTON.knows(ada);
    BOSTON.knows(ngozi);

    BOSTON
        .searches(daughters)
        .then()
        .statusCode(200)
        .body("customers[0].preferredName", equalTo("Ngozi"))
        .body("customers[0].heldBy", nullValue())
        .body("customers[1].preferredName", equalTo("Ada"))
        .body("customers[1].heldBy.name", equalTo("Ngozi"))
        .body("customers[1].heldBy.relation", equalTo("daughter"))
        .body("customers[1].heldBy.disclose", equalTo("care-calls"));
  }

  @Test
  void nobody_is_found_by_a_strangers_number() {
    assertThat(BOSTON.finds(Somebody.freshNumber())).isEmpty();
  }

  @Test
  void the_card_greets() {
    var ada = Somebody.isNew().with("preferredName", "Mama Ada");
    BOSTON.knows(ada);

    BOSTON
        .greets(ada.id())
        .then()
        .statusCode(200)
        .body("preferredName", equalTo("Mama Ada"))
        .body("status", equalTo("active"))
        .body("familyName", nullValue());
  }

  @Test
  void a_store_sees_another_stores_customer_only_after_they_have_met() throws SQLException {
    String phone = Somebody.freshNumber();
    var ada = Somebody.isNew().withPhone(phone);
    BOSTON.knows(ada);

    SALEM.opens(ada.id()).then().statusCode(404);
    SALEM.greets(ada.id()).then().statusCode(404);
    SALEM.corrects(ada.id(), "\"1\"", ada).then().statusCode(404);
    SALEM.hears(ada.id(), "given", "care-calls", "call").then().statusCode(404);

    assertThat(SALEM.finds(phone)).hasSize(1);
    assertThat(SALEM.finds(phone)).hasSize(1);
    SALEM.opens(ada.id()).then().statusCode(200);
    SALEM.greets(ada.id()).then().statusCode(200);
    Counter.of("lynn-1").opens(ada.id()).then().statusCode(404);

    new Ledger(database)
        .change(
            "update acquaintance set until = '2020-01-01' where customer_id = '" + ada.id() + "'");
    SALEM.opens(ada.id()).then().statusCode(404);
  }

  @Test
  void the_care_team_sees_the_whole_chain() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);

    for (String role : List.of("pharmacist", "care-manager", "privacy-officer")) {
      Counter.ofChain("paula", role).opens(ada.id()).then().statusCode(200);
    }
  }

  @Test
  void a_till_that_names_no_store_sees_nobody() {
    Counter.ofChain("till", "store").searches(Somebody.freshNumber()).then().statusCode(403);
  }
}
