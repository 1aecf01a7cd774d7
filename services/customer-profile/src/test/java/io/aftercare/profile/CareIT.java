package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What customers are offered because of who they are. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CareIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");
  private static final Counter MANAGER = Counter.ofChain("care", "care-manager");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static EventProbe told;

  @Inject AgroalDataSource database;

  @BeforeAll
  static void listen() {
    told = EventProbe.on(Topics.CUSTOMERS);
  }

  @AfterAll
  static void stopListening() throws InterruptedException {
    told.close();
  }

  @Test
  void a_vip_has_an_adviser_whom_the_counter_sees_and_the_house_is_told() {
    UUID vip = BOSTON.knows(Somebody.isNew());

    assertThat(names(vip, "ann").statusCode()).isEqualTo(204);
    assertThat(names(vip, "ann").statusCode()).isEqualTo(204);

    JsonPath care = careOf(vip);
    assertThat(care.getString("adviser")).isEqualTo("ann");
    assertThat(care.getList("offers.kind")).containsExactly("adviser");
    BOSTON.greets(vip).then().body("adviser", equalTo("ann"));
    JsonNode event = told.await(EventTypes.CARE_OFFER_MADE, care.getString("offers[0].id"));
    assertThat(event.get("customerId").asText()).isEqualTo(vip.toString());
    assertThat(event.get("messageKey").asText()).isEqualTo("adviser.named");
    assertThat(event.toString()).doesNotContain("ann\"");

    MANAGER.request().delete("/customers/{id}/adviser", vip).then().statusCode(204);
    BOSTON.request().get("/customers/{id}/care", vip).then().body("adviser", nullValue());
  }

  @Test
  void how_somebody_gets_what_they_buy_is_noted_and_out_of_reach_for_another_store()
      throws Exception {
    UUID elder = BOSTON.knows(Somebody.isNew());

    BOSTON
        .request()
        .body(Map.of("delivery", "home"))
        .put("/customers/{id}/delivery", elder)
        .then()
        .statusCode(204);

    assertThat(careOf(elder).getString("delivery")).isEqualTo("home");
    SALEM.request().get("/customers/{id}/care", elder).then().statusCode(404);
    SALEM
        .request()
        .body(Map.of("delivery", "home"))
        .put("/customers/{id}/delivery", elder)
        .then()
        .statusCode(404);
    BOSTON
        .request()
        .body(Map.of("delivery", "drone"))
        .put("/customers/{id}/delivery", elder)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("delivery"));
    assertThat(new Ledger(database).readsOf(elder))
        .extracting(Ledger.Read::what)
        .contains("GET /customers/{id}/care");
  }

  @Test
  void on_their_birthday_who_agreed_is_offered_something_once() throws Exception {
    LocalDate today = LocalDate.now(ZONE);
    UUID agreed = BOSTON.knows(born(today.minusYears(70)).who("given", "marketing", "sms"));
    UUID not = BOSTON.knows(born(today.minusYears(70)));
    UUID declined = BOSTON.knows(born(today.minusYears(70)).who("declined", "marketing", "sms"));
    UUID another = BOSTON.knows(born(otherDayOfMonth(today)).who("given", "marketing", "sms"));
    String key = key("birthday");

    opens(Map.of("kind", "birthday", "messageKey", key, "startsOn", today, "endsOn", today));

    JsonPath offer = awaitOffer(agreed, key);
    assertThat(offer.getString("kind")).isEqualTo("birthday");
    assertThat(offer.getString("onDate")).isEqualTo(today.toString());
    told.await(EventTypes.CARE_OFFER_MADE, offer.getString("id"));
    for (UUID nobody : List.of(not, declined, another)) {
      assertThat(keysOf(nobody)).doesNotContain(key);
    }
    UUID later = BOSTON.knows(born(today.minusYears(40)).who("given", "marketing", "sms"));
    String second = key("birthday-too");
    opens(Map.of("kind", "birthday", "messageKey", second, "startsOn", today, "endsOn", today));
    awaitOffer(later, second);
    assertThat(keysOf(agreed)).containsExactly(key);
    assertThat(new Ledger(database).readsOf(agreed))
        .extracting(Ledger.Read::who)
        .contains("customer-profile");
  }

  @Test
  void a_season_s_education_goes_to_whom_it_concerns_and_is_taken_back_when_stopped() {
    LocalDate today = LocalDate.now(ZONE);
    UUID elder = BOSTON.knows(born(LocalDate.of(1940, 5, 5)).who("given", "marketing", "sms"));
    UUID young = BOSTON.knows(born(LocalDate.of(2000, 5, 5)).who("given", "marketing", "sms"));
    UUID byMail = BOSTON.knows(born(LocalDate.of(1940, 5, 5)).who("given", "marketing", "post"));
    UUID withdrew = BOSTON.knows(born(LocalDate.of(1940, 5, 5)).who("given", "marketing", "sms"));
    BOSTON.hears(withdrew, "withdrawn", "marketing", "sms").then().statusCode(200);
    UUID elsewhere = SALEM.knows(born(LocalDate.of(1940, 5, 5)).who("given", "marketing", "sms"));
    String key = key("season.influenza");

    String campaign =
        opens(
            Map.of(
                "kind",
                "seasonal",
                "messageKey",
                key,
                "storeId",
                "boston-1",
                "ageFrom",
                66,
                "channel",
                "sms",
                "startsOn",
                today,
                "endsOn",
                today.plusDays(30)));

    JsonPath offer = awaitOffer(elder, key);
    assertThat(offer.getString("expiresOn")).isEqualTo(today.plusDays(31).toString());
    JsonNode event = told.await(EventTypes.CARE_OFFER_MADE, offer.getString("id"));
    assertThat(event.get("channel").asText()).isEqualTo("sms");
    for (UUID nobody : List.of(young, byMail, withdrew)) {
      assertThat(keysOf(nobody)).doesNotContain(key);
    }
    SALEM
        .request()
        .get("/customers/{id}/care", elsewhere)
        .then()
        .body("offers.messageKey", empty());

    MANAGER.request().body("{}").post("/campaigns/{id}/stop", campaign).then().statusCode(200);
    assertThat(
            told.await(EventTypes.CARE_OFFER_CHANGED, offer.getString("id")).get("state").asText())
        .isEqualTo("withdrawn");
  }

  @Test
  void a_season_s_education_may_be_for_a_segment() {
    LocalDate today = LocalDate.now(ZONE);
    UUID elder = BOSTON.knows(born(LocalDate.of(1940, 5, 5)).who("given", "marketing", "sms"));
    UUID young = BOSTON.knows(born(LocalDate.of(2000, 5, 5)).who("given", "marketing", "sms"));
    UUID resting = BOSTON.knows(born(LocalDate.of(1940, 5, 5)).who("given", "marketing", "sms"));
    new PrivacyOffice().restricts(resting, true);
    for (UUID each : List.of(elder, resting)) {
      told.await(
          EventTypes.CUSTOMER_CHANGED,
          each,
          data -> data.path("segments").toString().contains("elderly"));
    }
    String key = key("season.falls");
    Map<String, Object> asked = new HashMap<>();
    asked.put("kind", "seasonal");
    asked.put("messageKey", key);
    asked.put("startsOn", today);
    asked.put("endsOn", today);

    asked.put("segment", "nobody-wrote-it");
    campaign(asked).then().statusCode(400).body("violations.field", hasItem("segment"));
    asked.put("segment", "elderly");
    opens(asked);

    awaitOffer(elder, key);
    for (UUID nobody : List.of(young, resting)) {
      assertThat(keysOf(nobody)).doesNotContain(key);
    }
  }

  @Test
  void what_makes_no_sense_is_named() {
    LocalDate today = LocalDate.now(ZONE);
    campaign(
            Map.of(
                "kind",
                "seasonal",
                "messageKey",
                "season",
                "ageFrom",
                60,
                "ageBelow",
                40,
                "startsOn",
                today,
                "endsOn",
                today.minusDays(5)))
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("endsOn", "ageBelow"));
    campaign(
            Map.of(
                "kind",
                "seasonal",
                "messageKey",
                "Get well soon, Ada",
                "startsOn",
                today,
                "endsOn",
                today))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("messageKey"));
    names(UUID.randomUUID(), "ann").then().statusCode(404);
  }

  private static Somebody born(LocalDate day) {
    return Somebody.isNew().with("birthDate", day.toString());
  }

  private static LocalDate otherDayOfMonth(LocalDate today) {
    return today.minusYears(70).withDayOfMonth(today.getDayOfMonth() == 10 ? 11 : 10);
  }

  private static String key(String words) {
    return words + "." + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Response names(UUID customer, String subject) {
    return MANAGER
        .request()
        .body(Map.of("subject", subject))
        .put("/customers/{id}/adviser", customer);
  }

  private static JsonPath careOf(UUID customer) {
    return BOSTON
        .request()
        .get("/customers/{id}/care", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> keysOf(UUID customer) {
    return careOf(customer).getList("offers.messageKey");
  }

  private static JsonPath awaitOffer(UUID customer, String key) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> keysOf(customer), keys -> keys.contains(key));
    return careOf(customer).setRootPath("offers.find { it.messageKey == '" + key + "' }");
  }

  private static Response campaign(Map<String, ?> asked) {
    Map<String, Object> body = new HashMap<>(asked);
    body.replaceAll((field, value) -> value instanceof LocalDate day ? day.toString() : value);
    return MANAGER.request().body(body).post("/campaigns");
  }

  private static String opens(Map<String, ?> asked) {
    return campaign(asked).then().statusCode(201).extract().path("id");
  }
}
