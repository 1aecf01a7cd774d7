package io.aftercare.sales;

import static io.aftercare.sales.SaleText.sale;
import static io.aftercare.sales.ServiceDesk.TOMORROW;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ServiceRequestIT {

  static EventProbe events;
  Counter store;
  ServiceDesk desk;

  @BeforeAll
  static void watch() {
    events = EventProbe.on(Topics.SALES);
  }

  @BeforeEach
  void open() {
    store = Counter.of("requests-" + UUID.randomUUID(), "America/New_York");
    desk = new ServiceDesk(store);
  }

  @AfterAll
  static void close() throws InterruptedException {
    events.close();
  }

  @Test
  void a_service_is_tracked_from_the_promise_to_its_end() {
    String customer = Counter.newCustomer();
    String sold = store.sells(sale().with("customerId", customer).json());

    String id =
        desk.asks(Map.of("kind", "delivery", "saleId", sold, "promisedAt", TOMORROW.toString()))
            .statusCode(201)
            .header("Location", not(nullValue()))
            .header("RateLimit-Policy", equalTo("\"store\";q=6000;w=60"))
            .body("state", equalTo("open"))
            .body("customerId", equalTo(customer))
            .body("promisedAt", equalTo(TOMORROW.toString()))
            .body("overdue", equalTo(false))
            .body("openedBy", equalTo("till-" + store.storeId()))
            .extract()
            .path("id");
    desk.moves(id, "start").statusCode(200).body("state", equalTo("under-way"));
    desk.moves(id, "finish")
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("version", equalTo(3))
        .body("history.state", contains("open", "under-way", "done"));

    desk.reads(id).statusCode(200).body("history", hasSize(3));
    assertEquals("open", events.await(EventTypes.SERVICE_REQUEST_OPENED, id).get("state").asText());
    JsonNode told =
        events.await(
            EventTypes.SERVICE_REQUEST_CHANGED, id, event -> event.get("version").asLong() == 3);
    assertEquals("done", told.get("state").asText());
    assertEquals(sold, told.get("saleId").asText());
  }

  @Test
  void what_is_not_possible_from_a_state_is_refused_by_name() {
    String id = desk.opens("decoction");

    desk.moves(id, "finish")
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:service-request-open"));
    desk.cancels(id, "customer no longer wants it")
        .statusCode(200)
        .body("state", equalTo("cancelled"));
    for (String move : List.of("start", "finish")) {
      desk.moves(id, move)
          .statusCode(409)
          .body("type", equalTo("urn:aftercare:problem:service-request-cancelled"));
    }
    desk.cancels(id, "again").statusCode(409);
    desk.promises(id, TOMORROW, "late").statusCode(409);
    desk.reads(id).body("history.reason", hasItem("customer no longer wants it"));
  }

  @Test
  void a_moved_promise_needs_a_reason_and_stays_in_the_history() {
    String id = desk.opens("decoction");
    Instant later = TOMORROW.plus(1, ChronoUnit.DAYS);

    store
        .request()
        .body(Map.of("promisedAt", later.toString()))
        .post("/service-requests/{id}/promise", id)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(endsWith("reason")));
    desk.promises(id, later, "herb out of stock")
        .statusCode(200)
        .body("promisedAt", equalTo(later.toString()))
        .body("state", equalTo("open"))
        .body("history.promisedAt", contains(TOMORROW.toString(), later.toString()))
        .body("history[1].reason", equalTo("herb out of stock"));

    JsonNode told = events.await(EventTypes.SERVICE_REQUEST_CHANGED, id);
    assertEquals(later, Instant.parse(told.get("promisedAt").asText()));
    assertFalse(told.toString().contains("herb"), "no event holds words that people typed");
  }

  @Test
  void a_promise_lies_ahead_but_not_too_far() {
    for (Instant wrong :
        List.of(Instant.now().minusSeconds(60), Instant.now().plus(91, ChronoUnit.DAYS))) {
      desk.asks(Map.of("kind", "delivery", "promisedAt", wrong.toString()))
          .statusCode(400)
          .body("violations[0].field", equalTo("promisedAt"));
    }
    String id = desk.opens("delivery");
    desk.promises(id, Instant.now().minusSeconds(60), "oops").statusCode(400);
  }

  @Test
  void the_same_number_is_the_same_request_however_often_it_comes() throws Exception {
    Map<String, Object> asked =
        Map.of("clientRequestId", "r-1", "kind", "delivery", "promisedAt", TOMORROW.toString());
    try (var clerks = Executors.newFixedThreadPool(10)) {
      List<Callable<String>> all =
          IntStream.range(0, 20)
              .<Callable<String>>mapToObj(n -> () -> desk.asks(asked).extract().path("id"))
              .toList();
      Set<String> ids =
          clerks.invokeAll(all).stream()
              .map(java.util.concurrent.Future::resultNow)
              .collect(Collectors.toSet());
      assertEquals(1, ids.size(), ids::toString);
    }

    desk.asks(asked).statusCode(200).body("version", equalTo(1));
    Map<String, Object> other = new HashMap<>(asked);
    other.put("kind", "decoction");
    desk.asks(other)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:another-request"))
        .body("fields", contains("kind"));
    desk.lists(Map.of()).body("items", hasSize(1));
  }

  @Test
  void another_store_neither_sees_nor_moves_it() {
    String id = desk.opens("delivery");
    Counter other = Counter.of("requests-other", "America/Denver");

    other.request().get("/service-requests/{id}", id).then().statusCode(404);
    for (String move : List.of("start", "finish")) {
      other.request().post("/service-requests/{id}/" + move, id).then().statusCode(404);
    }
    other
        .request()
        .body(Map.of("reason", "mine?"))
        .post("/service-requests/{id}/cancel", id)
        .then()
        .statusCode(404);
    other
        .request()
        .queryParam("storeId", store.storeId())
        .get("/service-requests")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(id)));
    given()
        .auth()
        .oauth2(Tokens.of("sue", null, "supervisor"))
        .queryParam("storeId", store.storeId())
        .get("/service-requests")
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
  }

  @Test
  void a_sale_must_be_the_stores_own_and_stand() {
    String foreign = Counter.of("requests-other", "America/Denver").sells(sale().json());
    String voided = store.sells(sale().json());
    store.voids(voided).statusCode(200);

    desk.asks(Map.of("kind", "delivery", "saleId", foreign, "promisedAt", TOMORROW.toString()))
        .statusCode(400)
        .body("violations[0].field", equalTo("saleId"));
    desk.asks(Map.of("kind", "delivery", "saleId", voided, "promisedAt", TOMORROW.toString()))
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:sale-voided"));
    desk.asks(
            Map.of(
                "kind",
                "delivery",
                "saleId",
                store.sells(sale().json()),
                "customerId",
                Counter.newCustomer(),
                "promisedAt",
                TOMORROW.toString()))
        .statusCode(400)
        .body("violations[0].field", equalTo("customerId"));
  }
}
