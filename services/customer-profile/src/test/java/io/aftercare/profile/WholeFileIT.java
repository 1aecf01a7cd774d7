package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class WholeFileIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  @Test
  void everything_that_was_left_is_read_again_and_the_same_again_is_the_same() {
    var ada = whole(Somebody.isNew());
    BOSTON.knows(ada);

    BOSTON
        .opens(ada.id())
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("pronunciation", equalTo("AH-dah"))
        .body("sex", equalTo("female"))
        .body("email", equalTo("Ada@Example.org"))
        .body("wechat", equalTo("ada_okafor"))
        .body("preferredChannel", equalTo("wechat"))
        .body("loyaltyTier", equalTo("gold"))
        .body("addresses[0].lines", contains("12 Elm Street"))
        .body("addresses[0].use", equalTo("delivery"))
        .body("phones[0].validTo", equalTo("2030-12-31"))
        .body("phones[0].validFrom", equalTo("2020-01-01"))
        .body("caregivers[0].validFrom", equalTo("2021-02-03"));
    BOSTON.registers(ada).then().statusCode(200);
    BOSTON
        .registers(
            whole(Somebody.isNew().with("id", ada.id().toString()))
                .with("wechat", "somebody_else")
                .with("loyaltyTier", "silver"))
        .then()
        .statusCode(409)
        .body("fields", contains("wechat", "loyaltyTier", "phones", "caregivers"));
  }

  @Test
  void a_correction_replaces_what_was_left() {
    var ada = whole(Somebody.isNew());
    BOSTON.knows(ada);

    BOSTON
        .corrects(
            ada.id(),
            "\"1\"",
            Somebody.isNew()
                .with("id", ada.id().toString())
                .with("preferredChannel", "sms")
                .withAddress("home", "1 Mill Lane"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("preferredChannel", equalTo("sms"))
        .body("addresses.lines", contains(List.of("1 Mill Lane")))
        .body("$", not(hasKey("email")));
  }

  @Test
  void the_house_is_told_by_which_channel_she_likes_to_hear() throws InterruptedException {
    var ada = Somebody.isNew().with("preferredChannel", "wechat");
    try (var probe = EventProbe.on(Topics.CUSTOMERS)) {
      BOSTON.knows(ada);

      var told = probe.await(EventTypes.CUSTOMER_REGISTERED, ada.id(), data -> true);

      assertThat(told.get("preferredChannel").asText()).isEqualTo("wechat");
    }
  }

  @Test
  void what_makes_no_sense_is_named() {
    BOSTON
        .registers(
            Somebody.isNew()
                .with("email", "ada at home")
                .with("wechat", "1")
                .with("loyaltyTier", "GOLD!")
                .with(
                    "addresses",
                    List.of(Map.of("use", "home", "lines", List.of(), "country", "US"))))
        .then()
        .statusCode(400)
        .body(
            "violations.field",
            containsInAnyOrder(
                "email", "wechat", "loyaltyTier", "addresses[0].lines", "addresses[0].city"));
    BOSTON
        .registers(
            Somebody.isNew()
                .withPhone(
                    Somebody.freshNumber(),
                    "home",
                    Map.of("validFrom", "2026-02-01", "validTo", "2026-01-31"))
                .withCaregiver(
                    "Ngozi",
                    Somebody.freshNumber(),
                    Map.of("validFrom", "2026-02-01", "validTo", "2026-01-31")))
        .then()
        .statusCode(400)
        .body("violations.field", contains("phones[0].validTo", "caregivers[0].validTo"));
    BOSTON.registers(Somebody.isNew().with("preferredChannel", "pigeon")).then().statusCode(400);
  }

  @Test
  void a_number_finds_only_whom_it_reaches_today() {
    String gone = Somebody.freshNumber();
    String daughters = Somebody.freshNumber();
    String sons = Somebody.freshNumber();
    String today = LocalDate.now().minusDays(1).toString();
    var ada =
        Somebody.isNew()
            .withPhone(gone, "home", Map.of("validTo", "2020-12-31"))
            .withCaregiver("Ngozi", daughters, Map.of("validFrom", today))
            .withCaregiver("Obi", sons, Map.of("validTo", "2020-12-31"));
    BOSTON.knows(ada);

    assertThat(BOSTON.finds(gone)).isEmpty();
    assertThat(BOSTON.finds(sons)).isEmpty();
    BOSTON
        .searches(daughters)
        .then()
        .body("customers", hasSize(1))
        .body("customers[0].heldBy.name", equalTo("Ngozi"));
  }

  @Test
  void she_is_found_by_her_email_too() {
    String address = "ada.%s@example.org".formatted(UUID.randomUUID());
    var ada = Somebody.isNew().with("email", address);
    BOSTON.knows(ada);

    BOSTON
        .looksUp(" " + address.toUpperCase() + " ")
        .then()
        .statusCode(200)
        .body("customers.id", contains(ada.id().toString()));
    BOSTON.looksUp("nobody@example.org").then().body("customers", hasSize(0));
    BOSTON
        .request()
        .body(Map.of("email", address, "phone", Somebody.freshNumber(), "country", "US"))
        .post("/customers/search")
        .then()
        .statusCode(400)
        .body("violations.field", contains("email"));
    BOSTON
        .request()
        .body(Map.of("phone", Somebody.freshNumber()))
        .post("/customers/search")
        .then()
        .statusCode(400)
        .body("violations.field", contains("country"));
  }

  private static Somebody whole(Somebody ada) {
    return ada.with("pronunciation", "AH-dah")
        .with("sex", "female")
        .with("email", "Ada@Example.org")
        .with("wechat", "ada_okafor")
        .with("preferredChannel", "wechat")
        .with("loyaltyTier", "gold")
        .withAddress("delivery", "12 Elm Street")
        .withPhone(
            Somebody.freshNumber(),
            "mobile",
            Map.of("validFrom", "2020-01-01", "validTo", "2030-12-31"))
        .withCaregiver("Ngozi", Somebody.freshNumber(), Map.of("validFrom", "2021-02-03"));
  }
}
