package io.aftercare.sales;

import static io.aftercare.sales.SaleText.line;
import static io.aftercare.sales.SaleText.sale;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ReturnAndVoidIT {

  static EventProbe events;
  @Inject AgroalDataSource database;
  Counter boston;
  String id;

  @BeforeAll
  static void watch() {
    events = EventProbe.on(Topics.SALES);
  }

  @BeforeEach
  void sell() {
    boston = Counter.of("boston-1", "America/New_York");
    id = boston.sells(sale().lines(List.of(line("rxnorm", "1", 2), line("rxnorm", "2", 1))).json());
  }

  @AfterAll
  static void close() throws InterruptedException {
    events.close();
  }

  @Test
  void a_whole_return_tells_the_sale_with_all_lines_back() {
    boston
        .takesBack(id, Map.of("reason", "not needed"))
        .statusCode(200)
        .body("status", equalTo("returned"))
        .body("lines.returned", contains(2, 1));

    JsonNode told = events.await(EventTypes.SALE_RETURNED, id);
    assertEquals(2, told.get("version").asLong());
    assertEquals(2, told.at("/lines/0/returnedQuantity").asInt());
    assertEquals("completed", events.await(EventTypes.SALE_COMPLETED, id).get("status").asText());
  }

  @Test
  void one_line_can_come_back_in_part_but_never_more_than_was_sold() {
    var one = Map.of("reason", "damaged", "lines", List.of(Map.of("line", 1, "quantity", 1)));
    boston.takesBack(id, one).statusCode(200).body("lines.returned", contains(1, 0));
    boston.takesBack(id, one).statusCode(200).body("lines.returned", contains(2, 0));

    boston
        .takesBack(id, one)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:already-returned"));
  }

  @Test
  void a_repeated_return_with_its_number_is_one_return() {
    var one =
        Map.of(
            "clientReturnId",
            "r-1",
            "reason",
            "damaged",
            "lines",
            List.of(Map.of("line", 1, "quantity", 1)));
    boston.takesBack(id, one).statusCode(200);

    boston
        .takesBack(id, one)
        .statusCode(200)
        .body("lines.returned", contains(1, 0))
        .body("version", equalTo(2));
  }

  @Test
  void a_line_that_is_not_in_the_sale_is_named() {
    boston
        .takesBack(
            id, Map.of("reason", "damaged", "lines", List.of(Map.of("line", 3, "quantity", 1))))
        .statusCode(400)
        .body("violations[0].field", equalTo("lines[0].line"));
  }

  @Test
  void a_void_is_told_and_stands() {
    boston.voids(id).statusCode(200).body("status", equalTo("voided"));
    boston.voids(id).statusCode(200).body("version", equalTo(2));

    assertEquals("voided", events.await(EventTypes.SALE_VOIDED, id).get("status").asText());
    boston
        .takesBack(id, Map.of("reason", "too late"))
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:sale-voided"));
  }

  @Test
  void whoever_sees_a_customers_sale_is_recorded_with_it() throws SQLException {
    String customer = Counter.newCustomer();
    String sold = boston.sells(sale().with("customerId", customer).json());

    boston.reads(sold).statusCode(200);
    boston.takesBack(sold, Map.of("reason", "not needed")).statusCode(200);
    boston.voids(sold).statusCode(200);
    boston.voids(sold).statusCode(200);

    assertEquals(
        List.of(
            "GET /sales/{id}",
            "POST /sales/{id}/return",
            "POST /sales/{id}/void",
            "POST /sales/{id}/void"),
        readsOf(customer));
  }

  private List<String> readsOf(String customer) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select what from access_log where who = ? and customers = array[?::uuid] order by id")) {
      query.setString(1, Tokens.subject("till-boston-1"));
      query.setString(2, customer);
      List<String> reads = new ArrayList<>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          reads.add(rows.getString(1));
        }
      }
      return reads;
    }
  }

  @Test
  void another_store_finds_no_such_sale() {
    Counter other = Counter.of("denver-1", "America/Denver");

    other.reads(id).statusCode(404);
    other.voids(id).statusCode(404);
    other.takesBack(id, Map.of("reason", "mine?")).statusCode(404);
    boston.reads(id).statusCode(200).body("status", equalTo("completed"));
  }

  @Test
  void a_reason_that_no_database_can_keep_is_refused() {
    Counter store = Counter.of("boston-1", "America/New_York");
    String id = store.sells(sale().json());
    store
        .takesBack(id, Map.of("reason", "torn\u0000"))
        .statusCode(400)
        .body("violations.field", hasItem("reason"));
    store
        .request()
        .body(Map.of("reason", "torn\u0000"))
        .post("/sales/{id}/void", id)
        .then()
        .statusCode(400);
  }
}
