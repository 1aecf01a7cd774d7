package io.aftercare.sales;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Every operation with every role: who may, and nobody else. The list is checked against OpenAPI,
 * so none is forgotten.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RolesIT {

  private static final Set<String> ALL =
      Set.of(
          "store",
          "dispenser",
          "agent",
          "pharmacist",
          "supervisor",
          "care-manager",
          "privacy-officer",
          "integrator",
          "service");
  private static final Set<String> COUNTER = Set.of("store", "dispenser");
  private static final Set<String> CHAIN = Set.of("supervisor", "care-manager");
  private static final Set<String> READERS =
      Set.of("store", "dispenser", "supervisor", "care-manager");

  private static final Set<String> KEEPERS = Set.of("supervisor", "care-manager", "pharmacist");
  private static final Set<String> STAFF =
      Set.of("store", "dispenser", "agent", "pharmacist", "supervisor", "care-manager");
  private static final Set<String> RECALLERS =
      Set.of("store", "dispenser", "pharmacist", "supervisor", "care-manager");

  private static final Set<String> REBUILDERS = Set.of("service", "integrator");

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          entry("post /sales", COUNTER),
          entry("post /sales/batch", COUNTER),
          entry("post /sales/stream", COUNTER),
          entry("post /sales/preview", COUNTER),
          entry("post /sales/{id}/return", COUNTER),
          entry("post /sales/{id}/void", COUNTER),
          entry("get /sales/{id}", READERS),
          entry("get /sales", READERS),
          entry("get /access-log", Set.of("privacy-officer")),
          entry("get /access-log/verification", Set.of("privacy-officer")),
          entry("get /reports/day", READERS),
          entry("get /stores", ALL),
          entry("get /stores/{id}", ALL),
          entry("put /stores/{id}", CHAIN),
          entry("get /products/{system}/{code}", ALL),
          entry("get /products", ALL),
          entry("put /products", CHAIN),
          entry("get /products/{system}/{code}/versions", KEEPERS),
          entry("post /products/import", CHAIN),
          entry("get /products/uncatalogued", CHAIN),
          entry("post /products/scan", ALL),
          entry("post /recalls", Set.of("pharmacist", "care-manager")),
          entry("get /exports/sales", REBUILDERS),
          entry("get /recalls", STAFF),
          entry("get /recalls/{id}", STAFF),
          entry("get /recalls/{id}/sales", RECALLERS),
          entry("post /sales/{id}/receipt", COUNTER),
          entry("post /service-requests", COUNTER),
          entry("get /service-requests", READERS),
          entry("get /service-requests/{id}", READERS),
          entry("post /service-requests/{id}/start", COUNTER),
          entry("post /service-requests/{id}/finish", COUNTER),
          entry("post /service-requests/{id}/cancel", COUNTER),
          entry("post /service-requests/{id}/promise", COUNTER));

  /** Open to whoever has the link. */
  private static final Set<String> PUBLIC =
      Set.of(
          "get /receipts/{token}",
          "get /receipts/{token}.pdf",
          "get /receipts/fonts/NotoSansThai-Regular.ttf");

  @Test
  void a_token_that_was_good_opens_nothing_once_it_has_run_out() {
    String token = Tokens.lasting(Duration.ofSeconds(3), "sue", "supervisor");
    given().auth().oauth2(token).get("/sales").then().statusCode(200);

    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> given().auth().oauth2(token).get("/sales").then().statusCode(401));
  }

  @Test
  void the_matrix_names_every_operation() {
    Map<String, Map<String, Object>> paths =
        given()
            .accept(ContentType.JSON)
            .get("/q/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .path("paths");
    Set<String> served = new java.util.TreeSet<>();
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(Set.of("get", "put", "post", "delete", "patch")::contains)
                .forEach(method -> served.add(method + " " + path)));

    served.removeAll(PUBLIC);
    assertEquals(new TreeMap<>(ALLOWED).keySet(), served);
  }

  @Test
  void every_operation_is_open_to_its_roles_only() {
    Counter.of("roles-1", "America/New_York");
    Map<String, Integer> wrong = new TreeMap<>();
    ALLOWED.forEach(
        (operation, roles) -> {
          for (String role : ALL) {
            int status = call(operation, Tokens.of("somebody", "roles-1", role));
            if (roles.contains(role) == (status == 403 || status == 401)) {
              wrong.put(operation + " as " + role, status);
            }
          }
          if (call(operation, null) != 401) {
            wrong.put(operation + " without token", 0);
          }
        });

    assertEquals(Map.of(), wrong);
  }

  private static int call(String operation, String token) {
    String[] parts = operation.split(" ");
    String path =
        parts[1]
            .replace(
                "{id}", parts[1].startsWith("/stores") ? "roles-1" : UUID.randomUUID().toString())
            .replace("{system}", "rxnorm")
            .replace("{code}", "1");
    String type = type(path);
    var request =
        given()
            .config(
                config().encoderConfig(encoderConfig().encodeContentTypeAs(type, ContentType.JSON)))
            .contentType(type)
            .body(body(path, parts[0]));
    if (token != null) {
      request.auth().oauth2(token);
    }
    return request.request(parts[0].toUpperCase(java.util.Locale.ROOT), path).statusCode();
  }

  private static String type(String path) {
    return switch (path) {
      case "/products/import" -> "text/csv";
      case "/sales/stream" -> "application/x-ndjson";
      default -> "application/json";
    };
  }

  private static Object body(String path, String method) {
    if (method.equals("get")) {
      return "";
    }
    if (path.equals("/products/import")) {
      return "system,code,name\n";
    }
    if (path.equals("/sales")) {
      return SaleText.sale().json();
    }
    return path.equals("/sales/batch")
        ? Map.of("sales", List.of(SaleText.sale().json()))
        : Map.of("reason", "test");
  }
}
