package io.aftercare.sales;

import static io.aftercare.sales.SaleText.line;
import static io.aftercare.sales.SaleText.sale;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class BadInputIT {

  Counter quiet;

  @BeforeEach
  void open() {
    quiet = Counter.of("quiet-1", "America/New_York");
  }

  /** Whatever was refused, nothing of it is stored and the next good sale goes through. */
  @AfterEach
  void nothing_was_stored_and_the_service_is_unharmed() {
    quiet.lists(Map.of()).statusCode(200).body("items.size()", equalTo(0));
    Counter.of("control-1", "America/New_York").sells(sale().json());
  }

  static List<Arguments> spoiled() {
    Map<String, Object> negative = new LinkedHashMap<>(line("rxnorm", "1", 1));
    negative.put("unitPrice", -1);
    Map<String, Object> half = new LinkedHashMap<>(line("rxnorm", "1", 1));
    half.put("quantity", 1.5);
    Map<String, Object> unpriced = new LinkedHashMap<>(line("rxnorm", "1", 1));
    unpriced.remove("unitPrice");
    return List.of(
        Arguments.of("colour", "is not a known field", sale().with("colour", "red")),
        Arguments.of("occurredAt", "with offset", sale().with("occurredAt", "2026-03-03T14:05:00")),
        Arguments.of("occurredAt", "must not be null", sale().with("occurredAt", null)),
        Arguments.of(
            "occurredAt",
            "in the future",
            sale().with("occurredAt", OffsetDateTime.now().plusDays(2).toString())),
        Arguments.of(
            "occurredAt", "1900 or later", sale().with("occurredAt", "-5000-01-01T00:00:00Z")),
        Arguments.of(
            "lines[0].product.code",
            "control",
            sale().lines(List.of(line("rxnorm", "A\u0000", 1)))),
        Arguments.of(
            "lines[0].unitPrice", "greater than or equal to 0", sale().lines(List.of(negative))),
        Arguments.of("lines[0].unitPrice", "must not be null", sale().lines(List.of(unpriced))),
        Arguments.of("lines[0].quantity", "must be a number", sale().lines(List.of(half))),
        Arguments.of("lines", "size must be", sale().lines(List.of())),
        Arguments.of(
            "lines",
            "size must be",
            sale().lines(Collections.nCopies(10_000, line("rxnorm", "1", 1)))),
        Arguments.of("buyer", "self, caregiver, other", sale().with("buyer", "nobody")),
        Arguments.of("customerId", "must be a UUID", sale().with("customerId", "42")),
        Arguments.of("clientSaleId", "must be 1 to 64", sale().with("clientSaleId", "a b")),
        Arguments.of("clientSaleId", "must be a text", sale().with("clientSaleId", 7)),
        Arguments.of("clientSaleId", "must be a text", sale().with("clientSaleId", true)),
        Arguments.of("currency", "three-letter", sale().with("currency", "$")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("spoiled")
  void a_spoiled_sale_is_refused_and_its_field_is_named(
      String field, String message, SaleText sale) {
    quiet
        .posts(sale.json())
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", startsWith("urn:aftercare:problem:"))
        .body("violations.field", hasItem(field))
        .body("violations.find { it.field == '" + field + "' }.message", containsString(message));
  }

  @Test
  void all_that_is_wrong_is_named_together() {
    quiet
        .posts(sale().with("currency", "$").with("clientSaleId", "").json())
        .statusCode(400)
        .body("violations.field", hasItem("currency"))
        .body("violations.field", hasItem("clientSaleId"));
  }

  @Test
  void text_that_is_no_json_is_refused_with_its_place() {
    quiet
        .posts("{\"clientSaleId\": \"x\",")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].message", containsString("line 1"));
  }

  @Test
  void an_empty_body_is_refused() {
    quiet.request().post("/sales").then().statusCode(400).contentType("application/problem+json");
  }

  @Test
  void a_body_of_ten_megabytes_is_refused_unread() throws IOException {
    // Declared by its length, and answered before it is sent.
    HttpURLConnection till =
        (HttpURLConnection)
            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/sales")
                .toURL()
                .openConnection();
    till.setRequestMethod("POST");
    till.setRequestProperty("Authorization", "Bearer " + quiet.token());
    till.setRequestProperty("Content-Type", "application/json");
    till.setRequestProperty("Expect", "100-continue");
    till.setDoOutput(true);
    till.setFixedLengthStreamingMode(10 * 1024 * 1024);

    assertEquals(413, till.getResponseCode());
  }

  @Test
  void another_content_type_is_refused() {
    given()
        .auth()
        .oauth2(quiet.token())
        .contentType(ContentType.XML)
        .body("<sale/>")
        .post("/sales")
        .then()
        .statusCode(415);
  }

  @Test
  void a_batch_of_too_many_is_refused_whole() {
    quiet
        .postsBatch(Collections.nCopies(501, sale().json()))
        .statusCode(400)
        .body("violations.field", hasItem("sales"));
  }

  @Test
  void tokens_that_are_missing_malformed_foreign_or_old_open_nothing() {
    for (String token :
        List.of(
            "not-a-token",
            Tokens.foreign("till-quiet-1", "store"),
            Tokens.expired("till-quiet-1", "store"))) {
      given()
          .auth()
          .oauth2(token)
          .contentType(ContentType.JSON)
          .body(sale().json())
          .post("/sales")
          .then()
          .statusCode(401);
    }
    given().contentType(ContentType.JSON).body(sale().json()).post("/sales").then().statusCode(401);
  }

  @Test
  void a_token_without_a_store_or_of_an_unknown_store_posts_nothing() {
    given()
        .auth()
        .oauth2(Tokens.of("till-x", null, "store"))
        .contentType(ContentType.JSON)
        .body(sale().json())
        .post("/sales")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:aftercare:problem:no-store"));
    given()
        .auth()
        .oauth2(Tokens.till("nowhere-9"))
        .contentType(ContentType.JSON)
        .body(sale().json())
        .post("/sales")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:aftercare:problem:unknown-store"));
  }

  @Test
  void what_is_no_sale_is_refused_in_a_batch_and_harms_no_other() {
    Counter busy = Counter.of("busy-1", "America/New_York");

    busy.postsBatch(
            Arrays.asList(
                null, sale().json(), sale().with("occurredAt", "-5000-01-01T00:00:00Z").json()))
        .statusCode(200)
        .body("results.status", contains("refused", "created", "refused"))
        .body("results[0].problem.violations[0].field", equalTo("sales[0]"));
  }

  @Test
  void a_number_for_a_text_is_refused_in_a_batch_and_harms_no_other() {
    Counter busy = Counter.of("busy-1", "America/New_York");

    busy.postsBatch(List.of(sale().with("clientSaleId", 7).json(), sale().json()))
        .statusCode(200)
        .body("results.status", contains("refused", "created"))
        .body("results[0].problem.violations[0].field", equalTo("clientSaleId"))
        .body("results[0].problem.violations[0].message", equalTo("must be a text"));
  }

  @ParameterizedTest
  @CsvSource({
    "limit, many",
    "limit, 0",
    "limit, 201",
    "customerId, nonsense",
    "customerId, 1-1-1-1-1",
    "storeId, boston 1",
    "cursor, ###",
    "storeid, quiet-1"
  })
  void a_parameter_that_makes_no_sense_is_refused(String name, String value) {
    quiet
        .lists(Map.of(name, value))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:aftercare:problem:invalid"))
        .body("violations.field", contains(name));
  }

  @Test
  void all_parameters_that_make_no_sense_are_named_together() {
    quiet
        .lists(Map.of("limit", "many", "customerId", "nonsense", "sort", "up"))
        .statusCode(400)
        .body("violations.field", containsInAnyOrder("limit", "customerId", "sort"));
  }
}
