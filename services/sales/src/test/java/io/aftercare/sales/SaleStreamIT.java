package io.aftercare.sales;

import static io.aftercare.sales.SaleText.sale;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class SaleStreamIT {

  static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/sales/stream")
  URI stream;

  Counter bangkok;

  @BeforeEach
  void open() {
    bangkok = Counter.of("bangkok-1", "Asia/Bangkok");
  }

  @Test
  void every_line_is_answered_in_order_and_the_good_ones_are_stored() throws Exception {
    SaleText good = sale();
    SaleText other = sale();
    SaleText negative = sale().with("currency", "baht");
    List<JsonNode> results =
        sends(text(good), "", "{\"clientSaleId\": \"torn", text(negative), text(good), text(other));
    List<String> statuses = results.stream().map(each -> each.get("status").asText()).toList();
    assertEquals(List.of("refused", "refused"), statuses.subList(1, 3));
    assertEquals("created", statuses.getLast());
    // The same sale twice at once is one sale; either may be told that it was the first.
    assertEquals(Set.of("created", "repeated"), Set.of(statuses.getFirst(), statuses.get(3)));
    assertEquals(results.getFirst().get("saleId"), results.get(3).get("saleId"));
    assertEquals(
        List.of(1, 3, 4, 5, 6),
        results.stream().map(result -> result.get("line").asInt()).toList());
    assertEquals("currency", results.get(2).at("/problem/violations/0/field").asText());
    bangkok.reads(results.getLast().get("saleId").asText()).statusCode(200);
  }

  @Test
  void a_stream_may_be_longer_than_any_other_request() throws Exception {
    // Six megabytes; other bodies end at four.
    String padding = "x".repeat(290);
    List<String> lines =
        IntStream.range(0, 6_000)
            .mapToObj(
                n -> {
                  Map<String, Object> line = SaleText.line("rxnorm", "s-" + n % 7, 1);
                  line.put(
                      "product", Map.of("system", "rxnorm", "code", "s-" + n % 7, "name", padding));
                  line.put("directions", "y".repeat(400));
                  return text(sale().lines(List.of(line)));
                })
            .toList();
    assertTrue(lines.stream().mapToInt(String::length).sum() > 5_000_000);
    List<JsonNode> results = sends(lines.toArray(String[]::new));
    assertEquals(6_000, results.size());
    assertTrue(results.stream().allMatch(each -> each.get("status").asText().equals("created")));

    List<JsonNode> chunked =
        sends(BodyPublishers.fromPublisher(BodyPublishers.ofString(String.join("\n", lines))));
    assertEquals(6_000, chunked.size());
    assertTrue(chunked.stream().allMatch(each -> each.get("status").asText().equals("repeated")));
  }

  @Test
  void what_was_refused_waits_in_the_report_until_it_is_mended() throws Exception {
    Counter chiangMai = Counter.of("chiang-mai-1", "Asia/Bangkok");
    SaleText spoilt = sale().with("currency", "baht");
    sends(chiangMai, text(spoilt));
    report(chiangMai)
        .body("refused.clientSaleId", contains(spoilt.number()))
        .body("refused[0].problem.violations[0].field", equalTo("currency"));
    chiangMai.posts(spoilt.with("currency", "THB").json()).statusCode(201);
    report(chiangMai).body("refused.clientSaleId", not(hasItem(spoilt.number())));
  }

  @Test
  void a_line_that_cannot_be_read_waits_in_the_report_by_its_place_without_its_content()
      throws Exception {
    Counter phuket = Counter.of("phuket-1", "Asia/Bangkok");
    String wrongType = "{\"clientSaleId\": 12, \"buyer\": \"Malee\"}";
    String[] lines = {text(sale()), "Somchai 081 234 5678", "[1, 2]", wrongType};
    sends(phuket, lines);
    // Sent again as it was, it is still three.
    sends(phuket, lines);
    String report =
        report(phuket)
            .body("refused.line", contains(2, 3, 4))
            .body("refused.clientSaleId", everyItem(nullValue()))
            .body("refused[0].problem.violations[0].message", startsWith("is not valid JSON"))
            .body("refused[2].problem.violations[0].field", equalTo("clientSaleId"))
            .extract()
            .asString();
    assertFalse(report.contains("Somchai") || report.contains("Malee"), report);
  }

  @Test
  void a_torn_line_is_known_by_its_number_and_mended_by_it() throws Exception {
    Counter hatYai = Counter.of("hat-yai-1", "Asia/Bangkok");
    SaleText whole = sale();
    String line = text(whole);
    List<JsonNode> results = sends(hatYai, line.substring(0, line.length() / 2));
    assertEquals(whole.number(), results.getFirst().get("clientSaleId").asText());
    report(hatYai).body("refused.clientSaleId", contains(whole.number()));
    sends(hatYai, line);
    report(hatYai).body("refused", hasSize(0));
  }

  @Test
  void an_item_of_a_batch_without_a_number_waits_by_its_place() {
    Counter trang = Counter.of("trang-1", "Asia/Bangkok");
    trang.postsBatch(List.of(sale().json(), sale().with("clientSaleId", null).json()));
    report(trang)
        .body("refused.line", contains(2))
        .body("refused[0].problem.violations[0].field", equalTo("clientSaleId"));
  }

  @Test
  void a_day_is_reported_by_the_stores_own_clock() {
    Counter store = Counter.of("report-1", "Asia/Bangkok");
    Map<String, Object> declined =
        Map.of("asked", List.of(), "told", List.of(), "by", "dao", "declined", true);
    Map<String, Object> counselled =
        Map.of("asked", List.of("allergies"), "told", List.of("dose"), "by", "dao");
    String midnight = "2026-03-03T23:59:00+07:00";
    store.sells(sale().with("occurredAt", midnight).with("counselling", counselled).json());
    store.sells(
        sale()
            .with("occurredAt", "2026-03-03T08:00:00+07:00")
            .with("counselling", declined)
            .with("customerId", null)
            .json());
    String back = store.sells(sale().with("occurredAt", midnight).json());
    store.takesBack(back, Map.of("reason", "unopened")).statusCode(200);
    store.voids(store.sells(sale().with("occurredAt", midnight).json()));
    store.sells(sale().with("occurredAt", "2026-03-04T00:00:00+07:00").json());
    store
        .request()
        .get("/reports/day?date=2026-03-03")
        .then()
        .statusCode(200)
        .body("zone", equalTo("Asia/Bangkok"))
        .body("sales", equalTo(3))
        .body("returned", equalTo(1))
        .body("voided", equalTo(1))
        .body("late", equalTo(3))
        .body("recognised", equalTo(2))
        .body("anonymous", equalTo(1))
        .body("counselled", equalTo(1))
        .body("counsellingDeclined", equalTo(1))
        .body("counsellingRate", equalTo(0.667f))
        .body("totals", hasSize(1))
        .body("totals[0].total", equalTo(15.0f));
  }

  @Test
  void a_store_that_runs_wild_is_told_to_wait_and_leaves_room_for_others() throws Exception {
    Counter wild = Counter.of("wild-1", "Asia/Bangkok");
    wild.posts(Map.of())
        .statusCode(400)
        .header("RateLimit-Policy", equalTo("\"store\";q=6000;w=60"));
    HttpRequest request = request(wild, stream.resolve("/sales"), BodyPublishers.ofString("{}"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      for (int hundred = 0; hundred < 200 && answer.statusCode() != 429; hundred++) {
        List<HttpResponse<String>> answers =
            Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofString()))
                .limit(100)
                .toList()
                .stream()
                .map(each -> each.join())
                .toList();
        answer =
            answers.stream().filter(each -> each.statusCode() == 429).findFirst().orElse(answer);
      }
      assertEquals(429, answer.statusCode());
      assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) >= 1);
      assertTrue(answer.headers().firstValue("RateLimit").orElse("").startsWith("\"store\";r=0"));
    }
    bangkok.posts(sale().json()).statusCode(201);
  }

  private static io.restassured.response.ValidatableResponse report(Counter store) {
    return store.request().get("/reports/day").then().statusCode(200);
  }

  private List<JsonNode> sends(String... lines) throws Exception {
    return sends(bangkok, lines);
  }

  private List<JsonNode> sends(Counter store, String... lines) throws Exception {
    return sends(store, BodyPublishers.ofString(String.join("\n", lines)));
  }

  private List<JsonNode> sends(BodyPublisher body) throws Exception {
    return sends(bangkok, body);
  }

  private List<JsonNode> sends(Counter store, BodyPublisher body) throws Exception {
    HttpRequest request = request(store, stream, body);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
      assertEquals(200, answer.statusCode());
      List<JsonNode> results = new ArrayList<>();
      for (String line : answer.body().toList()) {
        results.add(read(line));
      }
      return results;
    }
  }

  private static HttpRequest request(Counter store, URI where, BodyPublisher body) {
    return HttpRequest.newBuilder(where)
        .header("Authorization", "Bearer " + store.token())
        .header(
            "Content-Type",
            where.getPath().endsWith("stream") ? "application/x-ndjson" : "application/json")
        .POST(body)
        .build();
  }

  private static JsonNode read(String line) throws IOException {
    return JSON.readTree(line);
  }

  private static String text(SaleText sale) {
    try {
      return JSON.writeValueAsString(sale.json());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
