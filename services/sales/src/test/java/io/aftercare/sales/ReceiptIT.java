package io.aftercare.sales;

import static io.aftercare.sales.SaleText.line;
import static io.aftercare.sales.SaleText.sale;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ReceiptIT {

  @Inject AgroalDataSource database;
  Counter boston;
  String customer;
  String id;

  @BeforeEach
  void sell() {
    boston = Counter.of("receipts-1", "America/New_York");
    customer = Counter.newCustomer();
    Map<String, Object> amoxicillin = new HashMap<>(line("rxnorm", "1", 2));
    amoxicillin.put("directions", "One capsule <three> times a day");
    id =
        boston.sells(
            sale()
                .with("customerId", customer)
                .lines(List.of(amoxicillin, line("rxnorm", "2", 1)))
                .json());
  }

  @Test
  void the_customer_opens_it_without_logging_in() {
    String url = makes("en").statusCode(201).body("language", equalTo("en")).extract().path("url");

    opens(url)
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("<html lang=\"en\">"))
        .body(containsString("Store receipts-1"))
        .body(containsString("Amoxicillin 250 MG Oral Capsule"))
        .body(containsString("Quantity 2 × $7.50"))
        .body(containsString("$22.50"))
        .body(containsString("One capsule &lt;three&gt; times a day"))
        .body(containsString("March 3, 2026"))
        .body(not(containsString(customer)));
  }

  @Test
  void the_page_is_kept_nowhere_and_runs_nothing() {
    opens(makes("en").extract().path("url"))
        .header("Cache-Control", "private, no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'nonce-"))
        .body(not(containsString("<script")));
  }

  @Test
  void it_speaks_chinese_and_thai() {
    opens(makes("zh").extract().path("url"))
        .body(containsString("lang=\"zh-Hans\""))
        .body(containsString("购药收据"))
        .body(containsString("2026年3月3日"));
    opens(makes("th").extract().path("url"))
        .body(containsString("ใบเสร็จรับเงิน"))
        .body(containsString("มีนาคม 2569"));
  }

  @Test
  void a_device_without_the_script_gets_the_font_from_the_same_place() {
    given()
        .get("/receipts/fonts/NotoSansThai-Regular.ttf")
        .then()
        .statusCode(200)
        .contentType("font/ttf")
        .header("Cache-Control", startsWith("public"));
    given().get("/receipts/fonts/NotoSans-OFL.txt").then().statusCode(404);
  }

  @Test
  void an_unknown_language_is_refused_by_name_and_none_means_the_stores() {
    makes("fr").statusCode(400).body("violations[0].field", equalTo("language"));
    boston
        .request()
        .body(Map.of())
        .post("/sales/{id}/receipt", id)
        .then()
        .statusCode(201)
        .body("language", equalTo("en"));
  }

  @Test
  void the_pdf_says_the_same() throws Exception {
    String url = makes("en").extract().path("pdfUrl");
    byte[] pdf =
        opens(url)
            .statusCode(200)
            .contentType("application/pdf")
            .header("Cache-Control", "private, no-store")
            .extract()
            .asByteArray();

    String text = new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
    assertTrue(text.contains("Amoxicillin 250 MG Oral Capsule"), text);
    assertTrue(text.contains("$22.50"), text);
    assertTrue(text.contains("times a day"), text);
  }

  @Test
  void many_at_once_get_their_pdf_in_every_language() throws Exception {
    List<String> urls =
        List.of("en", "zh", "th").stream()
            .map(language -> makes(language).extract().<String>path("pdfUrl"))
            .toList();
    try (var readers = Executors.newFixedThreadPool(6)) {
      List<Callable<byte[]>> all =
          IntStream.range(0, 24)
              .<Callable<byte[]>>mapToObj(
                  n -> () -> opens(urls.get(n % 3)).statusCode(200).extract().asByteArray())
              .toList();
      for (var pdf : readers.invokeAll(all)) {
        assertEquals(1, new PdfReader(pdf.get()).getNumberOfPages());
      }
    }
  }

  @Test
  void what_came_back_is_marked_and_taken_off() {
    String url = makes("en").extract().path("url");
    boston.takesBack(
        id, Map.of("reason", "damaged", "lines", List.of(Map.of("line", 1, "quantity", 1))));

    opens(url)
        .body(containsString("1 returned"))
        .body(containsString("Total after returns"))
        .body(containsString("$15.00"));
  }

  @Test
  void a_voided_sale_says_so() {
    String url = makes("en").extract().path("url");
    boston.voids(id).statusCode(200);

    opens(url).statusCode(200).body(containsString("This sale was cancelled"));
  }

  @Test
  void what_was_promised_is_told_with_its_state() {
    String url = makes("en").extract().path("url");
    String request =
        boston
            .request()
            .body(
                Map.of(
                    "kind",
                    "delivery",
                    "saleId",
                    id,
                    "promisedAt",
                    Instant.now().plus(Duration.ofDays(1)).toString()))
            .post("/service-requests")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    opens(url)
        .body(containsString("Delivery to your home"))
        .body(containsString("Received"))
        .body(containsString("Promised for"));

    boston.request().post("/service-requests/{id}/start", request).then().statusCode(200);
    opens(url).body(containsString("Under way"));
  }

  @Test
  void each_link_is_another_secret_and_only_its_hash_is_kept() throws Exception {
    String first = makes("en").extract().path("url");
    String second = makes("en").extract().path("url");

    assertNotEquals(first, second);
    opens(first).statusCode(200);
    opens(second).statusCode(200);
    String token = first.substring(first.lastIndexOf('/') + 1);
    assertEquals(43, token.length());
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(token.getBytes(StandardCharsets.US_ASCII));
    try (var connection = database.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from receipt_link where token_hash = decode('%s', 'hex')"
                        .formatted(HexFormat.of().formatHex(hash)))) {
      rows.next();
      assertEquals(1, rows.getInt(1));
    }
  }

  @Test
  void after_its_time_the_link_opens_nothing_and_says_so_kindly() throws SQLException {
    ValidatableResponse made = makes("en");
    String url = made.extract().path("url");
    Instant end = Instant.parse(made.extract().path("expiresAt"));
    assertTrue(Duration.between(Instant.now(), end).toHours() >= 30 * 24 - 1);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update receipt_link set expires_at = now() - interval '1 second' where sale_id = '%s'"
              .formatted(id));
    }

    missing(url);
    opens(url + ".pdf")
        .statusCode(404)
        .contentType("application/problem+json")
        .header("Cache-Control", "private, no-store")
        .body("type", equalTo("urn:aftercare:problem:not-found"));
  }

  @Test
  void a_guess_finds_nothing() {
    String url = makes("en").extract().path("url");
    missing(url.substring(0, url.length() - 1) + (url.endsWith("A") ? "B" : "A"));
    missing("/receipts/" + id);
    given()
        .header("Accept-Language", "th-TH,th;q=0.9")
        .get("/receipts/nothing")
        .then()
        .statusCode(404)
        .body(containsString("ไม่พบใบเสร็จนี้"));
  }

  @Test
  void another_store_gets_no_link() {
    Counter.of("receipts-2", "America/Denver")
        .request()
        .body(Map.of("language", "en"))
        .post("/sales/{id}/receipt", id)
        .then()
        .statusCode(404);
  }

  @Test
  void every_look_at_it_is_recorded() throws SQLException {
    String url = makes("en").extract().path("url");
    opens(url).statusCode(200);
    opens(url + ".pdf").statusCode(200);

    assertEquals(
        List.of("POST /sales/{id}/receipt"),
        AccessRecords.of(database, Tokens.subject("till-receipts-1"), customer));
    assertEquals(
        List.of("GET /receipts/{token}", "GET /receipts/{token}.pdf"),
        AccessRecords.of(database, "receipt-link", customer));
  }

  private ValidatableResponse makes(String language) {
    return boston
        .request()
        .body(Map.of("language", language))
        .post("/sales/{id}/receipt", id)
        .then();
  }

  /** Opens a link as a phone does, wherever the test's service listens. */
  private static ValidatableResponse opens(String url) {
    return given().get(URI.create(url).getPath()).then();
  }

  private static void missing(String url) {
    opens(url)
        .statusCode(404)
        .header("Cache-Control", "private, no-store")
        .body(containsString("We cannot find this receipt"));
  }
}
