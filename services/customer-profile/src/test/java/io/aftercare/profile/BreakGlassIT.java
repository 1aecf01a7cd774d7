package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody stands at a counter where nobody knows them, and it cannot wait. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class BreakGlassIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final String WHY = "Fainted at the counter, cannot speak";

  @Inject AgroalDataSource database;

  private final Counter dora = Counter.ofDispenser("salem-1", "dora-" + UUID.randomUUID());
  private final PrivacyOffice office = new PrivacyOffice();

  @Test
  void who_breaks_the_glass_reads_for_a_while_and_alone() throws SQLException {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    dora.opens(ada.id()).then().statusCode(404);

    dora.breaksGlass(ada.id(), WHY).then().statusCode(200);

    assertThat(dora.reads(ada.id()).getString("givenName")).isEqualTo("Ada");
    Counter.ofDispenser("salem-1", "dan").opens(ada.id()).then().statusCode(404);
    assertThat(
            new Ledger(database)
                .list(
                    "select reason from access_log where '%s' = any(customers) and who <> '%s' order by id"
                        .formatted(ada.id(), PrivacyOffice.PAM)))
        .hasSize(2)
        .allMatch(reason -> reason.startsWith("break-glass "));

    new Ledger(database)
        .change(
            "update broken_glass set at = '2020-01-01', until = '2020-01-02' where customer_id = '%s'"
                .formatted(ada.id()));
    dora.opens(ada.id()).then().statusCode(404);
  }

  @Test
  void the_privacy_officer_sees_who_did_and_why() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    String name = "dora-" + UUID.randomUUID();
    Counter.ofDispenser("salem-1", name).breaksGlass(ada.id(), WHY);

    Map<String, Object> newest = office.seesBrokenGlassOf(ada.id()).getMap("items[0]");

    assertThat(newest)
        .containsEntry("customerId", ada.id().toString())
        .containsEntry("person", Tokens.subject(name))
        .containsEntry("storeId", "salem-1")
        .containsEntry("reason", WHY);
    assertThat(RestAssured.get("/q/metrics").asString()).contains("aftercare_glass_broken_total");
  }

  @Test
  void without_a_reason_or_a_customer_nothing_breaks() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);

    dora.breaksGlass(ada.id(), "because").then().statusCode(400);
    dora.breaksGlass(UUID.randomUUID(), WHY).then().statusCode(404);
    dora.opens(ada.id()).then().statusCode(404);
  }
}
