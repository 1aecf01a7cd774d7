package io.aftercare.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation with every role: who may, and nobody else. Checked against OpenAPI, so that none
 * is forgotten.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
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
  private static final Set<String> DESK = Set.of("agent", "pharmacist");
  private static final Set<String> DESK_AND_SUPERVISOR =
      Set.of("agent", "pharmacist", "supervisor");
  private static final Set<String> SUPERVISOR = Set.of("supervisor");

  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "post /calls/claim", DESK,
          "get /calls/current", DESK,
          "post /calls/{id}/heartbeat", DESK,
          "post /calls/{id}/permit", DESK,
          "post /calls/{id}/outcome", DESK_AND_SUPERVISOR,
          "post /calls/{id}/release", DESK_AND_SUPERVISOR,
          "get /calls", SUPERVISOR,
          "get /calls/summary", SUPERVISOR,
          "get /programmes", Set.of("supervisor", "care-manager"));

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

  @Test
  void the_matrix_names_every_operation() {
    Map<String, Map<String, Object>> paths =
        given().get("/q/openapi?format=json").then().statusCode(200).extract().path("paths");
    Set<String> served = new TreeSet<>();
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(Set.of("get", "put", "post", "delete", "patch")::contains)
                .forEach(method -> served.add(method + " " + path)));

    assertThat(served).isEqualTo(new TreeMap<>(ALLOWED).keySet());
  }

  @Test
  void every_operation_is_open_to_its_roles_only() {
    Map<String, Integer> wrong = new TreeMap<>();
    ALLOWED.forEach(
        (operation, roles) -> {
          for (String role : ALL) {
            int status = call(operation, Tokens.of("somebody", "boston-1", role));
            boolean refused = status == 401 || status == 403;
            if (refused == roles.contains(role)) {
              wrong.put(operation + " as " + role, status);
            }
          }
          wrong.putAll(withoutGoodToken(operation));
        });

    assertThat(wrong).isEmpty();
  }

  private static Map<String, Integer> withoutGoodToken(String operation) {
    Map<String, Integer> wrong = new TreeMap<>();
    Map<String, String> tokens =
        Map.of(
            "malformed",
            "not.a.token",
            "foreign",
            Tokens.foreign("somebody", "agent", "supervisor"),
            "expired",
            Tokens.expired("somebody", "agent", "supervisor"),
            "none",
            "");
    tokens.forEach(
        (kind, token) -> {
          int status = call(operation, token);
          if (status != 401) {
            wrong.put(operation + " with token " + kind, status);
          }
        });
    return wrong;
  }

  private static int call(String operation, String token) {
    String[] parts = operation.split(" ");
    RequestSpecification request = given();
    if (!token.isEmpty()) {
      request.auth().oauth2(token);
    }
    if (parts[0].equals("post")) {
      request.contentType(ContentType.JSON).body(body(parts[1]));
    }
    return request
        .request(
            parts[0].toUpperCase(Locale.ROOT),
            parts[1].replace("{id}", UUID.randomUUID().toString()))
        .statusCode();
  }

  private static String body(String path) {
    return switch (path) {
      case "/calls/claim" -> "{}";
      case "/calls/{id}/outcome" -> "{\"epoch\": 1, \"disposition\": \"busy\"}";
      default -> "{\"epoch\": 1}";
    };
  }
}
