package io.aftercare.sales;

import static io.aftercare.sales.SaleText.sale;
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
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

  private static final Instant TOMORROW =
      Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  static EventProbe events;
  @Inject AgroalDataSource database;
  Counter store;

  @BeforeAll
  static void watch() {
    events = EventProbe.on(Topics.SALES);
  }

  @BeforeEach
  void open() {
    store = Counter.of("requests-" + UUID.randomUUID(), "America/New_York");
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
        asks(Map.of("kind", "delivery", "saleId", sold, "promisedAt", TOMORROW.toString()))
            .statusCode(201)
            .header("Location", not(nullValue()))
            .body("state", equalTo("open"))
            .body("customerId", equalTo(customer))
            .body("promisedAt", equalTo(TOMORROW.toString()))
            .body("overdue", equalTo(false))
            .body("openedBy", equalTo("till-" + store.storeId()))
            .extract()
            .path("id");
    moves(id, "start").statusCode(200).body("state", equalTo("under-way"));
    moves(id, "finish")
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("version", equalTo(3))
        .body("history.state", contains("open", "under-way", "done"));

    reads(id).statusCode(200).body("history", hasSize(3));
    assertEquals("open", events.await(EventTypes.SERVICE_REQUEST_OPENED, id).get("state").asText());
    JsonNode told =
        events.await(
            EventTypes.SERVICE_REQUEST_CHANGED, id, event -> event.get("version").asLong() == 3);
    assertEquals("done", told.get("state").asText());
    assertEquals(sold, told.get("saleId").asText());
  }

  @Test
  void what_is_not_possible_from_a_state_is_refused_by_name() {
    String id = opens("decoction");

    moves(id, "finish")
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:service-request-open"));
    cancels(id, "customer no longer wants it").statusCode(200).body("state", equalTo("cancelled"));
    for (String move : List.of("start", "finish")) {
      moves(id, move)
          .statusCode(409)
          .body("type", equalTo("urn:aftercare:problem:service-request-cancelled"));
    }
    cancels(id, "again").statusCode(409);
    promises(id, TOMORROW, "late").statusCode(409);
    reads(id).body("history.reason", hasItem("customer no longer wants it"));
  }

  @Test
  void a_moved_promise_needs_a_reason_and_stays_in_the_history() {
    String id = opens("decoction");
    Instant later = TOMORROW.plus(1, ChronoUnit.DAYS);

    store
        .request()
        .body(Map.of("promisedAt", later.toString()))
        .post("/service-requests/{id}/promise", id)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(endsWith("reason")));
    promises(id, later, "herb out of stock")
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
      asks(Map.of("kind", "delivery", "promisedAt", wrong.toString()))
          .statusCode(400)
          .body("violations[0].field", equalTo("promisedAt"));
    }
    String id = opens("delivery");
    promises(id, Instant.now().minusSeconds(60), "oops").statusCode(400);
  }

  @Test
  void the_same_number_is_the_same_request_however_often_it_comes() throws Exception {
    Map<String, Object> asked =
        Map.of("clientRequestId", "r-1", "kind", "delivery", "promisedAt", TOMORROW.toString());
    try (var clerks = Executors.newFixedThreadPool(10)) {
      List<Callable<String>> all =
          IntStream.range(0, 20)
              .<Callable<String>>mapToObj(n -> () -> asks(asked).extract().path("id"))
              .toList();
      Set<String> ids =
          clerks.invokeAll(all).stream()
              .map(java.util.concurrent.Future::resultNow)
              .collect(Collectors.toSet());
      assertEquals(1, ids.size(), ids::toString);
    }

    asks(asked).statusCode(200).body("version", equalTo(1));
    Map<String, Object> other = new HashMap<>(asked);
    other.put("kind", "decoction");
    asks(other)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:another-request"))
        .body("fields", contains("kind"));
    lists(Map.of()).body("items", hasSize(1));
  }

  @Test
  void another_store_neither_sees_nor_moves_it() {
    String id = opens("delivery");
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

    asks(Map.of("kind", "delivery", "saleId", foreign, "promisedAt", TOMORROW.toString()))
        .statusCode(400)
        .body("violations[0].field", equalTo("saleId"));
    asks(Map.of("kind", "delivery", "saleId", voided, "promisedAt", TOMORROW.toString()))
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:sale-voided"));
    asks(Map.of(
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

  @Test
  void the_list_is_by_promise_and_by_state_and_goes_on_over_pages() {
    List<String> ids = new ArrayList<>();
    for (int hours : List.of(3, 1, 2)) {
      ids.add(
          asks(Map.of(
                  "kind",
                  "delivery",
                  "promisedAt",
                  Instant.now().plus(hours, ChronoUnit.HOURS).toString()))
              .extract()
              .path("id"));
    }
    moves(ids.get(1), "start");
    cancels(ids.get(2), "not needed");

    lists(Map.of("state", "open,under-way")).body("items.id", contains(ids.get(1), ids.get(0)));
    lists(Map.of("state", "cancelled")).body("items.id", contains(ids.get(2)));
    lists(Map.of("state", "late")).statusCode(400).body("violations[0].field", equalTo("state"));
    String link =
        lists(Map.of("limit", 2))
            .body("items.id", contains(ids.get(1), ids.get(2)))
            .extract()
            .header("Link");
    store
        .request()
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items.id", contains(ids.get(0)));
  }

  @Test
  void what_was_promised_for_now_and_is_not_done_is_overdue() throws SQLException {
    String late = opens("priority-dispensing");
    String done = opens("priority-dispensing");
    moves(done, "start");
    moves(done, "finish");
    try (var connection = database.getConnection();
        var passed =
            connection.prepareStatement(
                "update service_request set promised_at = now() - interval '1 hour' where store_id = ?")) {
      passed.setString(1, store.storeId());
      passed.executeUpdate();
    }

    reads(late).body("overdue", equalTo(true));
    reads(done).body("overdue", equalTo(false));
  }

  @Test
  void whoever_sees_a_customers_request_is_recorded_with_it() throws SQLException {
    String customer = Counter.newCustomer();
    String id =
        asks(Map.of(
                "kind",
                "online-consultation",
                "customerId",
                customer,
                "promisedAt",
                TOMORROW.toString()))
            .extract()
            .path("id");
    reads(id).statusCode(200);
    lists(Map.of()).statusCode(200);
    moves(id, "start").statusCode(200);

    assertEquals(
        List.of(
            "POST /service-requests",
            "GET /service-requests/{id}",
            "GET /service-requests",
            "POST /service-requests/{id}/start"),
        AccessRecords.of(database, Tokens.subject("till-" + store.storeId()), customer));
  }

  private String opens(String kind) {
    return asks(Map.of("kind", kind, "promisedAt", TOMORROW.toString()))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private ValidatableResponse asks(Map<String, ?> request) {
    return store.request().body(request).post("/service-requests").then();
  }

  private ValidatableResponse moves(String id, String move) {
    return store.request().post("/service-requests/{id}/" + move, id).then();
  }

  private ValidatableResponse cancels(String id, String reason) {
    return store
        .request()
        .body(Map.of("reason", reason))
        .post("/service-requests/{id}/cancel", id)
        .then();
  }

  private ValidatableResponse promises(String id, Instant promise, String reason) {
    return store
        .request()
        .body(Map.of("promisedAt", promise.toString(), "reason", reason))
        .post("/service-requests/{id}/promise", id)
        .then();
  }

  private ValidatableResponse reads(String id) {
    return store.request().get("/service-requests/{id}", id).then();
  }

  private ValidatableResponse lists(Map<String, ?> query) {
    return store.request().queryParams(query).get("/service-requests").then();
  }
}
