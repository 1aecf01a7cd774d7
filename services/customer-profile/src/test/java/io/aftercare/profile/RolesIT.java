package io.aftercare.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may knock at which door: every endpoint that the service publishes, with every role. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RolesIT {

  private static final List<String> ROLES =
      List.of(
          "store",
          "dispenser",
          "agent",
          "pharmacist",
          "supervisor",
          "care-manager",
          "privacy-officer",
          "integrator",
          "service");

  private static final Set<String> COUNTER = Set.of("store", "dispenser", "care-manager");
  private static final Set<String> READERS =
      Set.of("store", "dispenser", "pharmacist", "care-manager", "privacy-officer");
  private static final Set<String> FINDERS =
      Set.of("store", "dispenser", "agent", "pharmacist", "care-manager", "privacy-officer");
  private static final Set<String> EDITORS =
      Set.of("store", "dispenser", "care-manager", "privacy-officer");
  private static final Set<String> CLINIC =
      Set.of("store", "dispenser", "pharmacist", "care-manager");
  private static final Set<String> TALKERS = Set.of("dispenser", "pharmacist", "care-manager");
  private static final Set<String> CARERS =
      Set.of("dispenser", "pharmacist", "care-manager", "privacy-officer");
  private static final Set<String> MANAGER = Set.of("care-manager");
  private static final Set<String> HOUSE = Set.of("service");

  private static final Map<String, Set<String>> DOORS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("POST /customers", COUNTER),
              Map.entry("POST /customers/batch", COUNTER),
              Map.entry("POST /customers/import", Set.of("dispenser", "care-manager")),
              Map.entry("POST /customers/search", FINDERS),
              Map.entry("GET /customers/{id}", READERS),
              Map.entry("GET /customers/{id}/card", READERS),
              Map.entry("PUT /customers/{id}", EDITORS),
              Map.entry("PUT /customers/{id}/consents", EDITORS),
              Map.entry("PUT /customers/{id}/allergies", CLINIC),
              Map.entry("GET /customers/{id}/consents", READERS),
              Map.entry("PUT /customers/{id}/conditions", TALKERS),
              Map.entry("PUT /customers/{id}/medicines", TALKERS),
              Map.entry(
                  "PUT /customers/{id}/take-care", Set.of("service", "care-manager", "pharmacist")),
              Map.entry("DELETE /customers/{id}/take-care", Set.of("care-manager", "pharmacist")),
              Map.entry("GET /duplicates", MANAGER),
              Map.entry("GET /customers/{id}/duplicates", MANAGER),
              Map.entry("GET /duplicates/{id}/{other}", MANAGER),
              Map.entry("PUT /duplicates/{id}/{other}/denied", MANAGER),
              Map.entry("POST /merges", MANAGER),
              Map.entry("POST /merges/{id}/undo", MANAGER),
              Map.entry("GET /customers/{id}/care", CLINIC),
              Map.entry("PUT /customers/{id}/adviser", MANAGER),
              Map.entry("DELETE /customers/{id}/adviser", MANAGER),
              Map.entry("PUT /customers/{id}/delivery", COUNTER),
              Map.entry(
                  "POST /care-offers/{id}/accept",
                  Set.of("store", "dispenser", "care-manager", "service")),
              Map.entry(
                  "POST /care-offers/{id}/decline",
                  Set.of("store", "dispenser", "care-manager", "service")),
              Map.entry("POST /care-offers/{id}/attend", COUNTER),
              Map.entry("POST /campaigns", MANAGER),
              Map.entry("GET /campaigns", Set.of("care-manager", "supervisor")),
              Map.entry("POST /campaigns/{id}/stop", MANAGER),
              Map.entry("POST /gatherings", MANAGER),
              Map.entry("GET /gatherings", CLINIC),
              Map.entry("POST /gatherings/{id}/offers", MANAGER),
              Map.entry("POST /gatherings/{id}/sign-ups", COUNTER),
              Map.entry("POST /gatherings/{id}/cancel", MANAGER),
              Map.entry("POST /customers/{id}/permit", HOUSE),
              Map.entry("POST /customers/{id}/message-permit", HOUSE),
              Map.entry("POST /customers/{id}/do-not-call", HOUSE),
              Map.entry("POST /customers/{id}/opt-out", HOUSE),
              Map.entry("POST /customers/{id}/deceased", HOUSE),
              Map.entry("POST /customers/{id}/wrong-number", HOUSE),
              Map.entry("POST /customers/{id}/notes", HOUSE),
              Map.entry("GET /customers/{id}/medication", CARERS),
              Map.entry("GET /customers/{id}/timeline", CARERS),
              Map.entry("POST /timeline/rebuild", HOUSE),
              Map.entry("POST /timeline/rebuild/consents", HOUSE),
              Map.entry("GET /segments", Set.of("care-manager", "supervisor")),
              Map.entry("POST /segments/preview", Set.of("care-manager")),
              Map.entry("PUT /segments/{name}/draft", Set.of("care-manager")),
              Map.entry("POST /segments/{name}/publish", Set.of("care-manager")),
              Map.entry("GET /customers/{id}/notes", Set.of("pharmacist"))));

  private static final String SOMEBODY = "0198f0a0-0000-7000-8000-000000000000";

  @Test
  void the_matrix_knows_every_published_door() {
    Map<String, Map<String, ?>> paths =
        given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath().getMap("paths");

    Set<String> published = new TreeSet<>();
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(name -> Set.of("get", "post", "put", "delete", "patch").contains(name))
                .forEach(method -> published.add(method.toUpperCase() + " " + path)));

    assertThat(published).isEqualTo(DOORS.keySet());
  }

  @Test
  void each_door_opens_to_its_roles_and_to_no_other() {
    DOORS.forEach(
        (door, roles) ->
            ROLES.forEach(
                role -> {
                  int status = knock(door, Tokens.of("somebody", "boston-1", role)).statusCode();
                  if (roles.contains(role)) {
                    assertThat(status).as(door + " as " + role).isIn(200, 400, 404, 428);
                  } else {
                    assertThat(status).as(door + " as " + role).isEqualTo(403);
                  }
                }));
  }

  @Test
  void no_door_opens_without_a_good_token() {
    for (String door : DOORS.keySet()) {
      assertThat(knock(door, null).statusCode()).as(door).isEqualTo(401);
      assertThat(knock(door, "no.token.atall").statusCode()).as(door).isEqualTo(401);
      assertThat(knock(door, Tokens.foreign("somebody", "service")).statusCode())
          .as(door)
          .isEqualTo(401);
      assertThat(knock(door, Tokens.expired("somebody", "service")).statusCode())
          .as(door)
          .isEqualTo(401);
    }
  }

  private static Response knock(String door, @Nullable String token) {
    String[] methodAndPath = door.split(" ");
    var request =
        given().contentType(methodAndPath[1].endsWith("/import") ? "text/csv" : "application/json");
    if (token != null) {
      request.auth().oauth2(token);
    }
    if (!methodAndPath[0].equals("GET")) {
      request.body("{}");
    }
    return request.request(methodAndPath[0], methodAndPath[1].replaceAll("\\{\\w+}", SOMEBODY));
  }
}
