package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Talks and groups: offered, accepted, attended, and never beyond their seats. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class GatheringIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");
  private static final Counter MANAGER = Counter.ofChain("care", "care-manager");

  private static EventProbe told;

  @BeforeAll
  static void listen() {
    told = EventProbe.on(Topics.CUSTOMERS);
  }

  @AfterAll
  static void stopListening() throws InterruptedException {
    told.close();
  }

  @Test
  void a_talk_is_offered_accepted_and_attended_up_to_its_seats() {
    UUID first = BOSTON.knows(Somebody.isNew().who("given", "marketing", "sms"));
    UUID second = BOSTON.knows(Somebody.isNew().who("given", "marketing", "sms"));
    UUID silent = BOSTON.knows(Somebody.isNew());
    String talk = announces(1);

    asks(talk, first, second, silent).statusCode(200).body("asked", equalTo(2));
    asks(talk, first, second, silent).statusCode(200).body("asked", equalTo(0));
    String mine = careOf(first).getString("offers[0].id");
    String theirs = careOf(second).getString("offers[0].id");

    assertThat(answers(mine, "accept").then().statusCode(200).extract().path("state").toString())
        .isEqualTo("accepted");
    answers(mine, "accept").then().statusCode(200).body("version", equalTo(2));
    answers(theirs, "accept")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:gathering-full"));
    SALEM.request().body("{}").post("/care-offers/{id}/accept", theirs).then().statusCode(404);
    answers(mine, "decline").then().statusCode(200);
    answers(theirs, "accept").then().statusCode(200);
    answers(theirs, "attend").then().statusCode(200).body("state", equalTo("attended"));
    answers(mine, "accept")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:offer-ended"));
    JsonNode event =
        told.await(
            EventTypes.CARE_OFFER_CHANGED,
            theirs,
            data -> data.get("state").asText().equals("attended"));
    assertThat(event.has("startsAt")).isTrue();
    assertThat(event.toString()).doesNotContain("Main Street");
  }

  @Test
  void many_who_take_seats_at_once_never_take_one_twice() {
    String talk = announces(3);
    List<UUID> people =
        IntStream.range(0, 12).mapToObj(i -> BOSTON.knows(Somebody.isNew())).toList();

    List<Integer> statuses =
        people.stream()
            .map(
                person ->
                    CompletableFuture.supplyAsync(() -> signsUp(BOSTON, talk, person).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(3);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(9);
  }

  @Test
  void a_gathering_that_is_called_off_takes_back_its_offers_and_lets_nobody_in() {
    UUID person = BOSTON.knows(Somebody.isNew());
    UUID late = BOSTON.knows(Somebody.isNew());
    String talk = announces(5);
    String offer = signsUp(BOSTON, talk, person).then().statusCode(200).extract().path("id");
    signsUp(SALEM, talk, person).then().statusCode(404);

    MANAGER.request().body("{}").post("/gatherings/{id}/cancel", talk).then().statusCode(200);

    told.await(
        EventTypes.CARE_OFFER_CHANGED,
        offer,
        data -> data.get("state").asText().equals("withdrawn"));
    signsUp(BOSTON, talk, late)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:gathering-over"));
  }

  @Test
  void who_is_forgotten_leaves_their_seat_to_somebody_else() {
    UUID forgotten = BOSTON.knows(Somebody.isNew());
    UUID next = BOSTON.knows(Somebody.isNew());
    String talk = announces(1);
    signsUp(BOSTON, talk, forgotten).then().statusCode(200);
    signsUp(BOSTON, talk, next).then().statusCode(409);

    new PrivacyOffice().erases(forgotten);

    signsUp(BOSTON, talk, next).then().statusCode(200);
  }

  @Test
  void what_makes_no_sense_is_named() {
    gathering(0, Instant.now().minus(1, ChronoUnit.DAYS))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("capacity"));
    gathering(3, Instant.now().minus(1, ChronoUnit.DAYS))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("startsAt"));
    asks(UUID.randomUUID().toString(), UUID.randomUUID()).statusCode(404);
    MANAGER
        .request()
        .body(Map.of("segment", "nobody-wrote-it"))
        .post("/gatherings/{id}/offers", announces(3))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("segment"));
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

  private static Response gathering(int capacity, Instant startsAt) {
    return MANAGER
        .request()
        .body(
            Map.of(
                "kind", "talk",
                "messageKey", "talk.living-with-diabetes",
                "storeId", "boston-1",
                "place", "Upstairs, 12 Main Street",
                "startsAt", startsAt.toString(),
                "capacity", capacity))
        .post("/gatherings");
  }

  private static String announces(int capacity) {
    return gathering(capacity, Instant.now().plus(14, ChronoUnit.DAYS))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static io.restassured.response.ValidatableResponse asks(String talk, UUID... customers) {
    return MANAGER
        .request()
        .body(Map.of("customerIds", List.of(customers)))
        .post("/gatherings/{id}/offers", talk)
        .then();
  }

  private static Response answers(String offer, String answer) {
    return BOSTON.request().body("{}").post("/care-offers/{id}/" + answer, offer);
  }

  private static Response signsUp(Counter counter, String talk, UUID customer) {
    return counter
        .request()
        .body(Map.of("customerId", customer))
        .post("/gatherings/{id}/sign-ups", talk);
  }
}
