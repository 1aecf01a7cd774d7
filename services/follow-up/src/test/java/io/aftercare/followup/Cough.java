package io.aftercare.followup;

import io.aftercare.contracts.SaleEvent;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;

/**
 * A programme about cough medicine, which nothing of the house asks about; and its care manager.
 */
final class Cough {

  /** Asked about after so many days, by a pharmacist. */
  static final String PROGRAMME =
      """
      {"name": "Cough", "because": "Cough medicine", "trigger": {"atc": ["R05"]}, "care": false, "last-resort": false,
       "retry": {"attempts": 2, "minutes": {"no-answer": 60}},
       "steps": [{"number": 1, "after": {"day": %d}, "channel": "call", "skill": "pharmacist", "priority": 4,
                  "hours": {"opens": "10:00", "dueUntil": "18:00", "closes": "18:00"}}],
       "script": {"title": "Still coughing?", "lines": ["Ask how the cough is."], "red-flag": "Blood: a pharmacist now."}}
      """;

  private static final Desk CORA = Desk.careManager("cora");

  private Cough() {}

  static ValidatableResponse drafted(String programme) {
    return CORA.request().body(programme).put("/programmes/cough/draft").then();
  }

  /** Drafts and publishes it, changed: this of its text becomes that. */
  static void inForce(String text, String other) {
    drafted(PROGRAMME.formatted(2).replace(text, other)).statusCode(200);
    CORA.request()
        .body("{\"revision\": 1}")
        .post("/programmes/cough/publish")
        .then()
        .statusCode(200);
  }

  static SaleEvent sold() {
    return SaleMother.at("2026-03-10T10:00:00-04:00").build();
  }

  /** As if it had never been. */
  static void forget() {
    Chain.sql("delete from programme where key like 'cough%'");
    Chain.sql("delete from programme_action where key like 'cough%'");
    Chain.sql("delete from programme_pause");
    Chain.sql("update programme_shelf set version = version + 1");
    Awaitility.await()
        .until(
            () ->
                CORA.request().get("/programmes").jsonPath().getList("items.programme.key").size()
                    == 13);
  }
}
