package io.aftercare.followup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class ProgrammesIT {

  @Test
  void a_new_installation_has_all_programmes_for_the_care_manager_to_read() {
    given()
        .auth()
        .oauth2(Tokens.of("cora", null, "care-manager"))
        .get("/programmes")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(11))
        .body("items.programme.key", hasItems("wellbeing", "antibiotic", "high-alert", "refill"))
        .body(
            "items.find { it.programme.key == 'antibiotic' }.programme.trigger.atc",
            hasItems("J01"))
        .body(
            "items.find { it.programme.key == 'antibiotic' }.programme.steps[0].after.day",
            equalTo(3));
  }
}
