package io.aftercare.sales;

import static io.aftercare.sales.ServiceDesk.TOMORROW;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ServiceRequestListIT {

  @Inject AgroalDataSource database;
  Counter store;
  ServiceDesk desk;

  @BeforeEach
  void open() {
    store = Counter.of("requests-" + UUID.randomUUID(), "America/New_York");
    desk = new ServiceDesk(store);
  }

  @Test
  void the_list_is_by_promise_and_by_state_and_goes_on_over_pages() {
    List<String> ids = new ArrayList<>();
    for (int hours : List.of(3, 1, 2)) {
      ids.add(
          desk.asks(
                  Map.of(
                      "kind",
                      "delivery",
                      "promisedAt",
                      Instant.now().plus(hours, ChronoUnit.HOURS).toString()))
              .extract()
              .path("id"));
    }
    desk.moves(ids.get(1), "start");
    desk.cancels(ids.get(2), "not needed");

    desk.lists(Map.of("state", "open,under-way"))
        .body("items.id", contains(ids.get(1), ids.get(0)));
    desk.lists(Map.of("state", "cancelled")).body("items.id", contains(ids.get(2)));
    desk.lists(Map.of("state", "late"))
        .statusCode(400)
        .body("violations[0].field", equalTo("state"));
    String link =
        desk.lists(Map.of("limit", 2))
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
    String late = desk.opens("priority-dispensing");
    String done = desk.opens("priority-dispensing");
    desk.moves(done, "start");
    desk.moves(done, "finish");
    try (var connection = database.getConnection();
        var passed =
            connection.prepareStatement(
                "update service_request set promised_at = now() - interval '1 hour' where store_id = ?")) {
      passed.setString(1, store.storeId());
      passed.executeUpdate();
    }

    desk.reads(late).body("overdue", equalTo(true));
    desk.reads(done).body("overdue", equalTo(false));
  }

  @Test
  void whoever_sees_a_customers_request_is_recorded_with_it() throws SQLException {
    String customer = Counter.newCustomer();
    String id =
        desk.asks(
                Map.of(
                    "kind",
                    "online-consultation",
                    "customerId",
                    customer,
                    "promisedAt",
                    TOMORROW.toString()))
            .extract()
            .path("id");
    desk.reads(id).statusCode(200);
    desk.lists(Map.of()).statusCode(200);
    desk.moves(id, "start").statusCode(200);

    assertEquals(
        List.of(
            "POST /service-requests",
            "GET /service-requests/{id}",
            "GET /service-requests",
            "POST /service-requests/{id}/start"),
        AccessRecords.of(database, Tokens.subject("till-" + store.storeId()), customer));
  }
}
