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
  private static final Set<String> PHARMACIST_AND_SUPERVISOR = Set.of("pharmacist", "supervisor");
  private static final Set<String> AT_COUNTER = Set.of("store", "dispenser");
  private static final Set<String> TAKERS = Set.of("pharmacist", "dispenser", "supervisor");
  private static final Set<String> COUNTER = Set.of("store", "dispenser");

  private static final Set<String> CARE_MANAGER = Set.of("care-manager");
  private static final Set<String> LEADS = Set.of("supervisor", "care-manager");
  private static final Set<String> CLINICAL_LEADS = Set.of("pharmacist", "care-manager");
  private static final Set<String> READERS =
      Set.of("agent", "pharmacist", "supervisor", "care-manager");

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("post /calls/claim", DESK),
          Map.entry("get /calls/current", DESK),
          Map.entry("get /access-log", Set.of("privacy-officer")),
          Map.entry("get /access-log/verification", Set.of("privacy-officer")),
          Map.entry("post /calls/{id}/heartbeat", DESK),
          Map.entry("post /calls/{id}/permit", DESK),
          Map.entry("post /calls/{id}/outcome", DESK_AND_SUPERVISOR),
          Map.entry("post /calls/{id}/release", DESK_AND_SUPERVISOR),
          Map.entry("post /calls/{id}/reassign", SUPERVISOR),
          Map.entry("post /calls/incoming", DESK),
          Map.entry("get /number-requests", AT_COUNTER),
          Map.entry("post /number-requests/{customer}/close", AT_COUNTER),
          Map.entry("post /calls/{id}/warning", DESK),
          Map.entry("post /incidents", DESK),
          Map.entry("get /incidents", DESK_AND_SUPERVISOR),
          Map.entry("put /incidents/{id}/debrief/{part}", DESK_AND_SUPERVISOR),
          Map.entry("post /incidents/{id}/close", SUPERVISOR),
          Map.entry("put /agents/me/state", DESK),
          Map.entry("get /agents/me/state", DESK),
          Map.entry("get /agents", SUPERVISOR),
          Map.entry("put /agents/{agent}/profile", SUPERVISOR),
          Map.entry("get /calls/{id}/answers", DESK_AND_SUPERVISOR),
          Map.entry("put /calls/{id}/answers", DESK),
          Map.entry("post /calls/{id}/transfer", DESK),
          Map.entry("get /transfers", TAKERS),
          Map.entry("get /exports/calls", Set.of("service", "integrator")),
          Map.entry("post /transfers/{id}/take", TAKERS),
          Map.entry("post /transfers/{id}/end", TAKERS),
          Map.entry("post /transfers/{id}/withdraw", DESK),
          Map.entry("get /calls/{id}/suspects", DESK_AND_SUPERVISOR),
          Map.entry("post /reactions", DESK),
          Map.entry("get /reactions", PHARMACIST_AND_SUPERVISOR),
          Map.entry("get /reactions/causality-items", PHARMACIST_AND_SUPERVISOR),
          Map.entry("get /reactions/{id}", PHARMACIST_AND_SUPERVISOR),
          Map.entry("get /reactions/{id}/export", PHARMACIST_AND_SUPERVISOR),
          Map.entry("put /reactions/{id}/assessment", Set.of("pharmacist")),
          Map.entry("post /reactions/{id}/report", PHARMACIST_AND_SUPERVISOR),
          Map.entry("post /reactions/{id}/withdraw", Set.of("pharmacist")),
          Map.entry("get /calls", SUPERVISOR),
          Map.entry("get /calls/summary", SUPERVISOR),
          Map.entry("get /in-person", COUNTER),
          Map.entry("post /in-person/{id}/done", COUNTER),
          Map.entry("get /messages", LEADS),
          Map.entry("get /messages/summary", LEADS),
          Map.entry("get /supervision/forecast", SUPERVISOR),
          Map.entry("get /supervision/answer-rates", SUPERVISOR),
          Map.entry("post /supervision/assignments", SUPERVISOR),
          Map.entry("get /programmes", READERS),
          Map.entry("get /programmes/{key}", READERS),
          Map.entry("put /programmes/{key}/draft", CARE_MANAGER),
          Map.entry("delete /programmes/{key}/draft", CARE_MANAGER),
          Map.entry("post /programmes/{key}/simulate", LEADS),
          Map.entry("post /programmes/{key}/publish", CARE_MANAGER),
          Map.entry("post /programmes/{key}/retire", CARE_MANAGER),
          Map.entry("post /programmes/{key}/pause", LEADS),
          Map.entry("post /programmes/{key}/resume", LEADS),
          Map.entry("post /replans", LEADS),
          Map.entry("get /replans/last", LEADS),
          Map.entry("get /experiments", Set.of("pharmacist", "supervisor", "care-manager")),
          Map.entry("put /experiments/{name}/approval", CLINICAL_LEADS),
          Map.entry("delete /experiments/{name}/approval", CLINICAL_LEADS));

  /** Who has the link, or signs as the provider; see OptOutIT and MessagesIT. */
  private static final Set<String> WITHOUT_LOG_IN =
      Set.of("get /opt-out/{token}", "post /opt-out/{token}", "post /message-reports/{channel}");

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

    Set<String> named = new TreeSet<>(ALLOWED.keySet());
    named.addAll(WITHOUT_LOG_IN);
    assertThat(served).isEqualTo(named);
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
    if (Set.of("post", "put").contains(parts[0])) {
      request.contentType(ContentType.JSON).body(body(parts[1]));
    }
    return request
        .request(
            parts[0].toUpperCase(Locale.ROOT),
            parts[1]
                .replace("{id}", UUID.randomUUID().toString())
                .replace("{customer}", UUID.randomUUID().toString())
                .replace("{agent}", "somebody")
                .replace("{part}", "happened")
                .replace("{key}", "no-such-programme")
                .replace("{name}", "No Such Experiment"))
        .statusCode();
  }

  private static String body(String path) {
    return switch (path) {
      case "/calls/claim",
          "/programmes/{key}/simulate",
          "/transfers/{id}/take",
          "/transfers/{id}/withdraw",
          "/reactions/{id}/withdraw",
          "/incidents/{id}/close",
          "/number-requests/{customer}/close" ->
          "{}";
      case "/calls/incoming" -> "{\"customerId\": \"%s\"}".formatted(UUID.randomUUID());
      case "/incidents" ->
          "{\"callId\": \"%s\", \"kinds\": [\"insult\"], \"helped\": []}"
              .formatted(UUID.randomUUID());
      case "/incidents/{id}/debrief/{part}" -> "{\"text\": \"it was loud\"}";
      case "/calls/{id}/reassign" -> "{\"to\": \"somebody\"}";
      case "/agents/me/state" -> "{\"state\": \"available\"}";
      case "/agents/{agent}/profile" -> "{\"languages\": [], \"stores\": []}";
      case "/reactions" -> "{\"reporter\": \"patient\"}";
      case "/reactions/{id}/assessment" -> "{\"answers\": {\"1\": \"yes\"}}";
      case "/reactions/{id}/report" -> "{\"reference\": \"EV-1\"}";
      case "/calls/{id}/answers" -> "{\"epoch\": 1, \"answers\": {\"effect\": \"same\"}}";
      case "/calls/{id}/transfer" ->
          "{\"epoch\": 1, \"redFlags\": [\"breathing\"], \"placeConfirmed\": true}";
      case "/transfers/{id}/end" -> "{\"ending\": \"advised\"}";
      case "/replans" -> "{\"preview\": true}";
      case "/calls/{id}/outcome" -> "{\"epoch\": 1, \"disposition\": \"busy\"}";
      default -> "{\"epoch\": 1}";
    };
  }
}
