package io.aftercare.sales;

import static io.aftercare.sales.SaleText.line;
import static io.aftercare.sales.SaleText.pack;
import static io.aftercare.sales.SaleText.sale;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RecallIT {

  static EventProbe events;
  @Inject AgroalDataSource database;
  private final Keeper pharmacist = new Keeper(Tokens.of("paula", null, "pharmacist"));
  private String product;
  private Counter boston;

  @BeforeAll
  static void watch() {
    events = EventProbe.on(Topics.SALES);
  }

  @AfterAll
  static void close() throws InterruptedException {
    events.close();
  }

  @BeforeEach
  void open() {
    boston = Counter.of("boston-1", "America/New_York");
    product = "r-" + UUID.randomUUID().toString().substring(0, 8);
    Keeper.cora()
        .stores(ProductText.product(product).codes("ndc", product, "pzn", product))
        .statusCode(200);
  }

  private SaleText selling(Map<String, Object> line) {
    return sale().lines(List.of(line));
  }

  private ValidatableResponse recalls(String system, String batch) {
    return pharmacist.posts(
        "/recalls",
        Map.of("system", system, "code", product, "batch", batch, "reason", "Glass found"));
  }

  @Test
  void a_recall_finds_every_sale_of_the_batch_and_tells_of_each() {
    SaleText first = selling(pack("house", product, 2, "7k24"));
    String one = boston.sells(first.json());
    String other =
        Counter.of("denver-1", "America/Denver")
            .sells(selling(pack("ndc", product, 1, "7K24")).with("customerId", null).json());
    boston.sells(selling(pack("house", product, 1, "7K25")).json());
    boston.sells(selling(line("house", product, 1)).json());

    String recall =
        recalls("pzn", "7K24")
            .statusCode(201)
            .header("Location", containsString("/recalls/"))
            .body("system", equalTo("house"))
            .body("code", equalTo(product))
            .body("productName", equalTo("Syrup " + product))
            .body("recalledBy", equalTo("paula"))
            .body("sales", equalTo(2))
            .body("customers", equalTo(1))
            .body("anonymousSales", equalTo(1))
            .body("packs", equalTo(3))
            .body("outstanding", equalTo(3))
            .extract()
            .path("id");

    JsonNode told = toldOf(recall, one);
    assertEquals(first.customer(), told.get("customerId").asText());
    assertEquals("boston-1", told.get("storeId").asText());
    assertEquals("America/New_York", told.get("storeZone").asText());
    assertEquals("7K24", told.get("batch").asText());
    assertEquals(2, told.get("quantity").asInt());
    assertEquals(1, told.get("lines").get(0).asInt());
    assertEquals("2026-03-03T19:05:00Z", told.get("soldAt").asText());
    assertFalse(told.toString().contains("Glass"));
    assertFalse(toldOf(recall, other).has("customerId"));
  }

  private static JsonNode toldOf(String recall, String sale) {
    return EventProbe.data(
        events.awaitRecord(
            event ->
                EventTypes.PRODUCT_RECALLED.equals(EventProbe.header(event, "ce_type"))
                    && EventProbe.data(event).get("recallId").asText().equals(recall)
                    && EventProbe.data(event).get("saleId").asText().equals(sale)));
  }

  @Test
  void the_same_batch_is_recalled_once() {
    String id = recalls("house", "B1").statusCode(201).extract().path("id");

    recalls("ndc", " b1 ").statusCode(200).body("id", equalTo(id));
    pharmacist.reads("/recalls?batch=zz").body("items.size()", equalTo(0));
    pharmacist.reads("/recalls?batch=b1").statusCode(200).body("items.id", hasItem(id));
    pharmacist.reads("/recalls/" + id).statusCode(200).body("reason", equalTo("Glass found"));
  }

  @Test
  void a_sale_that_arrives_after_the_recall_is_told_too() {
    String recall = recalls("house", "LATE").statusCode(201).extract().path("id");

    String late = boston.sells(selling(pack("pzn", product, 1, "late")).json());

    assertEquals("boston-1", toldOf(recall, late).get("storeId").asText());
    pharmacist.reads("/recalls/" + recall).body("sales", equalTo(1));
  }

  @Test
  void only_what_has_not_come_back_is_outstanding() {
    String partly = boston.sells(selling(pack("house", product, 3, "OUT")).json());
    String back = boston.sells(selling(pack("house", product, 1, "OUT")).json());
    String voided = boston.sells(selling(pack("house", product, 1, "OUT")).json());
    boston
        .takesBack(
            partly, Map.of("reason", "damaged", "lines", List.of(Map.of("line", 1, "quantity", 1))))
        .statusCode(200);
    boston.takesBack(back, Map.of("reason", "not needed")).statusCode(200);
    boston.voids(voided).statusCode(200);

    String recall =
        recalls("house", "OUT")
            .statusCode(201)
            .body("sales", equalTo(2))
            .body("packs", equalTo(4))
            .body("returned", equalTo(2))
            .body("outstanding", equalTo(2))
            .extract()
            .path("id");

    assertEquals(2, toldOf(recall, partly).get("quantity").asInt());
    pharmacist
        .reads("/recalls/" + recall + "/sales")
        .statusCode(200)
        .body("items.find { it.saleId == '" + partly + "' }.outstanding", equalTo(2))
        .body("items.find { it.saleId == '" + back + "' }.outstanding", equalTo(0))
        .body("items.find { it.saleId == '" + voided + "' }.status", equalTo("voided"))
        .body("items.find { it.saleId == '" + voided + "' }.outstanding", equalTo(0));
  }

  @Test
  void the_list_is_paged_and_a_store_sees_its_own() {
    boston.sells(selling(pack("house", product, 1, "P")).json());
    boston.sells(selling(pack("house", product, 1, "P")).json());
    Counter denver = Counter.of("denver-1", "America/Denver");
    denver.sells(selling(pack("house", product, 1, "P")).json());
    String recall = recalls("house", "P").statusCode(201).extract().path("id");
    String list = "/recalls/" + recall + "/sales";

    Set<String> seen = new HashSet<>();
    String next = list + "?limit=2";
    while (next != null) {
      var page = pharmacist.reads(next).statusCode(200).extract();
      List<String> ids = page.path("items.saleId");
      seen.addAll(ids);
      String link = page.header("Link");
      next = link == null ? null : link.replaceAll(".*<(.*)>.*", "$1");
    }

    assertEquals(3, seen.size());
    denver
        .request()
        .get(list)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items.storeId", everyItem(equalTo("denver-1")));
    pharmacist.reads("/recalls/" + UUID.randomUUID() + "/sales").statusCode(404);
    pharmacist.reads(list + "?storeId=denver-1").body("items.size()", equalTo(1));
    pharmacist.reads(list + "?limit=many").statusCode(400);
    pharmacist.reads("/recalls?colour=red").statusCode(400);
  }

  @Test
  void a_spreadsheet_gets_all_of_it_and_no_formula() throws SQLException {
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(selling(pack("house", product, 1, "CSV")).json());
    }
    many.set(
        0, selling(pack("house", product, 1, "CSV")).with("clientSaleId", "-" + product).json());
    boston.postsBatch(many).statusCode(200).body("results.status", everyItem(equalTo("created")));
    boston.postsBatch(many.subList(1, 3).stream().map(RecallIT::renumbered).toList());
    String recall = recalls("house", "CSV").statusCode(201).extract().path("id");

    String sheet =
        given()
            .auth()
            .oauth2(pharmacist.token())
            .accept("text/csv")
            .get("/recalls/{id}/sales", recall)
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .header("Content-Disposition", containsString("recall-" + recall + ".csv"))
            .extract()
            .asString();

    List<String> lines = sheet.lines().toList();
    assertEquals(503, lines.size());
    assertTrue(lines.getFirst().startsWith("saleId,storeId,clientSaleId"));
    assertTrue(sheet.contains(",'-" + product + ","));
    assertEquals(502, readBy("paula", recall));
    given()
        .auth()
        .oauth2(pharmacist.token())
        .accept("text/csv")
        .get("/recalls/{id}/sales", UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  private static Map<String, Object> renumbered(Map<String, Object> sale) {
    sale.put("clientSaleId", "t-" + UUID.randomUUID());
    sale.put("customerId", Counter.newCustomer());
    return sale;
  }

  /** People of this recall's sales that the audit says were read. */
  private int readBy(String name, String recall) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                """
                select count(distinct p) from access_log a, unnest(a.customers) p
                where a.who = ? and a.what = 'GET /recalls/{id}/sales' and p in (
                  select s.customer_id from recalled_sale c join sale s on s.id = c.sale_id where c.recall_id = ?::uuid)
                """)) {
      query.setString(1, Tokens.subject(name));
      query.setString(2, recall);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /** Whichever comes first, none slips through between a sale and a recall of its batch. */
  @Test
  void sales_and_the_recall_at_the_same_moment_miss_none() throws Exception {
    List<Callable<String>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Map<String, Object> sold = selling(pack("house", product, 1, "RACE")).json();
      all.add(() -> boston.sells(sold));
    }
    all.add(20, () -> recalls("house", "RACE").statusCode(201).extract().path("id"));

    List<String> ids = new ArrayList<>();
    try (var people = Executors.newFixedThreadPool(12)) {
      for (var answer : people.invokeAll(all)) {
        ids.add(answer.get());
      }
    }

    String recall = ids.remove(20);
    pharmacist.reads("/recalls/" + recall).body("sales", equalTo(40));
    ids.forEach(sale -> toldOf(recall, sale));
  }
}
