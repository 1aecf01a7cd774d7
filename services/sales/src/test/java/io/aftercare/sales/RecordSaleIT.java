package io.aftercare.sales;

import static io.aftercare.sales.SaleText.line;
import static io.aftercare.sales.SaleText.sale;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RecordSaleIT {

  static EventProbe events;
  Counter boston;

  @BeforeAll
  static void watch() {
    events = EventProbe.on(Topics.SALES);
  }

  @BeforeEach
  void open() {
    boston = Counter.of("boston-1", "America/New_York");
    Counter.catalogue(
        Map.of(
            "system",
            "rxnorm",
            "code",
            "308182",
            "name",
            "Amoxicillin 250 MG Oral Capsule",
            "form",
            "capsule",
            "atc",
            "J01CA04",
            "prescription",
            true,
            "daysSupply",
            7,
            "highAlert",
            false,
            "specialForm",
            false,
            "longTerm",
            false));
  }

  @AfterAll
  static void close() throws InterruptedException {
    events.close();
  }

  @Test
  void the_event_tells_the_calling_region_and_that_a_warning_was_not_acknowledged() {
    Counter salem = Counter.of("salem-1", "America/New_York");
    Keeper.cora()
        .puts(
            "/stores/salem-1",
            Map.of(
                "id", "salem-1",
                "name", "Salem",
                "zone", "America/New_York",
                "country", "US",
                "currency", "USD",
                "callingRegion", "east"))
        .statusCode(200);
    String id =
        salem.sells(sale().with("warnings", List.of(Map.of("line", 1, "allergy", "J01C"))).json());

    JsonNode told = events.await(EventTypes.SALE_COMPLETED, id);
    assertEquals("east", told.get("storeCallingRegion").asText());
    assertTrue(told.get("unacknowledgedWarning").asBoolean());
    assertFalse(
        told.toString().contains("J01C\""), "which allergy it is about stays with the sale");
  }

  @Test
  void a_posted_sale_is_stored_and_told_with_what_the_catalogue_knows() {
    SaleText sale = sale();

    String id =
        boston
            .posts(sale.json())
            .statusCode(201)
            .header("Location", startsWith("http"))
            .extract()
            .path("id");

    boston.reads(id).statusCode(200).body("clientSaleId", equalTo(sale.number()));
    JsonNode told = events.await(EventTypes.SALE_COMPLETED, id);
    assertEquals("J01CA04", told.at("/lines/0/atc").asText());
    assertEquals(7, told.at("/lines/0/daysSupply").asInt());
    assertEquals("America/New_York", told.get("storeZone").asText());
    assertEquals("2026-03-03T14:05:00-05:00", told.get("occurredAt").asText());
    assertTrue(told.get("firstPurchase").asBoolean());
    assertTrue(told.at("/lines/0/firstOfClass").asBoolean());
  }

  @Test
  void only_the_first_sale_of_a_customer_is_a_first_purchase() {
    SaleText first = sale();
    boston.sells(first.json());

    String second = boston.sells(sale().with("customerId", first.customer()).json());

    assertFalse(events.await(EventTypes.SALE_COMPLETED, second).get("firstPurchase").asBoolean());
  }

  @Test
  void the_next_sale_is_the_first_when_the_first_was_voided() {
    SaleText first = sale();
    boston.voids(boston.sells(first.json())).statusCode(200);

    String second = boston.sells(sale().with("customerId", first.customer()).json());

    assertTrue(events.await(EventTypes.SALE_COMPLETED, second).get("firstPurchase").asBoolean());
  }

  @Test
  void the_same_sale_again_gives_the_same_answer_and_no_second_event() {
    Map<String, Object> sale = sale().json();
    String first = boston.posts(sale).statusCode(201).extract().asString();

    String again = boston.posts(sale).statusCode(200).extract().asString();

    assertEquals(first, again);
    String next = boston.sells(sale().json());
    events.await(EventTypes.SALE_COMPLETED, next);
    String id = io.restassured.path.json.JsonPath.from(first).getString("id");
    events.await(EventTypes.SALE_COMPLETED, id);
    assertEquals(1, events.events(EventTypes.SALE_COMPLETED, id).size());
  }

  @Test
  void the_same_content_written_otherwise_is_the_same_sale() {
    Map<String, Object> sale = sale().json();
    boston.posts(sale).statusCode(201);
    Map<String, Object> line = new java.util.LinkedHashMap<>(line("rxnorm", "308182", 1));
    line.put("unitPrice", new java.math.BigDecimal("7.5000"));
    line.put("brandSwitch", false);
    sale.put("lines", List.of(line));

    boston.posts(sale).statusCode(200);
  }

  @Test
  void another_content_under_the_same_number_is_refused_with_the_fields_that_differ() {
    SaleText sale = sale();
    boston.sells(sale.json());

    boston
        .posts(sale.with("buyer", "caregiver").lines(List.of(line("rxnorm", "308182", 2))).json())
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:aftercare:problem:sale-content-differs"))
        .body("fields", contains("buyer", "lines[0].quantity"));
  }

  @Test
  void a_batch_answers_each_item_and_stores_the_good_ones() {
    SaleText good = sale();
    SaleText known = sale();
    boston.sells(known.json());

    boston
        .postsBatch(
            List.of(
                good.json(),
                sale().with("currency", "dollars").json(),
                known.json(),
                sale().with("colour", "red").json(),
                sale().with("occurredAt", "2026-03-03T14:05:00").json(),
                "nonsense"))
        .statusCode(200)
        .body(
            "results.status",
            contains("created", "refused", "repeated", "refused", "refused", "refused"))
        .body("results[1].problem.violations[0].field", equalTo("currency"))
        .body("results[3].problem.violations[0].field", equalTo("colour"))
        .body("results[4].problem.violations[0].field", equalTo("occurredAt"))
        .body("results[0].sale.clientSaleId", equalTo(good.number()))
        .body("results.index", contains(0, 1, 2, 3, 4, 5));
    boston.posts(good.json()).statusCode(200);
  }

  @Test
  void five_hundred_sales_in_one_request_are_all_told() {
    List<Map<String, Object>> sales = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      sales.add(sale().json());
    }

    List<String> ids =
        boston
            .postsBatch(sales)
            .statusCode(200)
            .body("results.status", everyItem(equalTo("created")))
            .extract()
            .path("results.sale.id");

    assertEquals(500, new HashSet<>(ids).size());
    ids.forEach(id -> events.await(EventTypes.SALE_COMPLETED, id));
  }

  @Test
  void the_trace_of_the_request_goes_on_with_the_event() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    String id =
        boston
            .request()
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .body(sale().json())
            .post("/sales")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    var told = events.awaitRecord(EventTypes.SALE_COMPLETED, id);
    assertTrue(EventProbe.header(told, "traceparent").contains(trace));
  }
}
