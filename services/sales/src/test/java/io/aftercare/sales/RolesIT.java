package io.aftercare.sales;

import static io.aftercare.sales.SaleText.sale;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;

import io.aftercare.kit.testing.DoorMatrix;
import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may knock at which door: every endpoint that the service publishes, with every role. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RolesIT extends DoorMatrix {

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
  private static final Set<String> PRIVACY = Set.of("privacy-officer");

  private static final Map<String, Set<String>> DOORS =
      Map.ofEntries(
          entry("POST /sales", COUNTER),
          entry("POST /sales/batch", COUNTER),
          entry("POST /sales/stream", COUNTER),
          entry("POST /sales/preview", COUNTER),
          entry("POST /sales/{id}/return", COUNTER),
          entry("POST /sales/{id}/void", COUNTER),
          entry("GET /sales/{id}", READERS),
          entry("GET /sales", READERS),
          entry("GET /access-log", PRIVACY),
          entry("GET /access-log/verification", PRIVACY),
          entry("GET /reports/day", READERS),
          entry("GET /stores", ALL),
          entry("GET /stores/{id}", ALL),
          entry("PUT /stores/{id}", CHAIN),
          entry("GET /products/{system}/{code}", ALL),
          entry("GET /products", ALL),
          entry("PUT /products", CHAIN),
          entry("GET /products/{system}/{code}/versions", KEEPERS),
          entry("POST /products/import", CHAIN),
          entry("GET /products/uncatalogued", CHAIN),
          entry("POST /products/scan", ALL),
          entry("POST /recalls", Set.of("pharmacist", "care-manager")),
          entry("GET /exports/sales", REBUILDERS),
          entry("GET /recalls", STAFF),
          entry("GET /recalls/{id}", STAFF),
          entry("GET /recalls/{id}/sales", RECALLERS),
          entry("POST /sales/{id}/receipt", COUNTER),
          entry("POST /service-requests", COUNTER),
          entry("GET /service-requests", READERS),
          entry("GET /service-requests/{id}", READERS),
          entry("POST /service-requests/{id}/start", COUNTER),
          entry("POST /service-requests/{id}/finish", COUNTER),
          entry("POST /service-requests/{id}/cancel", COUNTER),
          entry("POST /service-requests/{id}/promise", COUNTER));

  private static final Map<String, Object> REASON = Map.of("reason", "brought back");

  /** How one visits without being refused for what one says. */
  private static final Map<String, Visit> VISITS =
      Map.ofEntries(
          entry("POST /sales", Visit.of(sale().json())),
          entry("POST /sales/batch", Visit.of(Map.of("sales", List.of(sale().json())))),
          entry(
              "POST /sales/stream",
              new Visit(Map.of("Content-Type", "application/x-ndjson"), "{}")),
          entry(
              "POST /products/import",
              new Visit(Map.of("Content-Type", "text/csv"), "system,code,name\n")),
          entry("POST /sales/{id}/return", Visit.of(REASON)),
          entry("POST /sales/{id}/void", Visit.of(REASON)),
          entry("POST /sales/{id}/receipt", Visit.of(Map.of("language", "en"))),
          entry("POST /service-requests/{id}/start", Visit.empty()),
          entry("POST /service-requests/{id}/finish", Visit.empty()),
          entry("POST /service-requests/{id}/cancel", Visit.of(REASON)),
          entry(
              "POST /service-requests/{id}/promise",
              Visit.of(
                  Map.of(
                      "promisedAt",
                      Instant.now().plus(Duration.ofDays(2)).toString(),
                      "reason",
                      "the courier comes later"))));

  /** The chain's own, read by all: what is not a store's cannot be another store's. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "GET /stores/{id}", "StoreIT",
          "PUT /stores/{id}", "StoreIT",
          "GET /products/{system}/{code}", "CatalogueIT",
          "GET /products/{system}/{code}/versions", "CatalogueIT",
          "GET /recalls/{id}", "RecallIT",
          "GET /recalls/{id}/sales", "RecallIT");

  @BeforeEach
  void open_the_stores() {
    counter(STORE);
    counter(OTHER_STORE);
  }

  @Override
  protected Map<String, Set<String>> doors() {
    return DOORS;
  }

  @Override
  protected Map<String, Visit> visits() {
    return VISITS;
  }

  @Override
  protected Map<String, String> provenElsewhere() {
    return ELSEWHERE;
  }

  @Override
  protected Set<String> open() {
    return Set.of(
        "GET /receipts/{token}",
        "GET /receipts/{token}.pdf",
        "GET /receipts/fonts/NotoSansThai-Regular.ttf");
  }

  @Override
  protected UUID of(String store) {
    return UUID.fromString(counter(store).sells(sale().json()));
  }

  @Override
  protected UUID of(String door, String store) {
    return door.contains("/service-requests/")
        ? UUID.fromString(new ServiceDesk(counter(store)).opens("delivery"))
        : of(store);
  }

  private static Counter counter(String store) {
    return Counter.of(store, "America/New_York");
  }

  @Test
  void a_token_that_was_good_opens_nothing_once_it_has_run_out() {
    String token = Tokens.lasting(Duration.ofSeconds(3), "sue", "supervisor");
    given().auth().oauth2(token).get("/sales").then().statusCode(200);

    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> given().auth().oauth2(token).get("/sales").then().statusCode(401));
  }
}
