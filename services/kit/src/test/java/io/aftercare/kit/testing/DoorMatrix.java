package io.aftercare.kit.testing;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who may knock at which door, and finds what behind it: every endpoint that the service publishes
 * × every role × one's own and another store's. What the service publishes and nobody has
 * classified is refused.
 */
public abstract class DoorMatrix {

  /** The store of whoever knocks. */
  protected static final String STORE = "matrix-1";

  /** A store that is none of theirs. */
  protected static final String OTHER_STORE = "matrix-2";

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

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  /**
   * A request that makes sense, so that what is answered depends on whose it is alone.
   *
   * @param headers beside the token
   * @param body absent where there is none
   */
  public record Visit(Map<String, String> headers, @Nullable Object body) {

    public static Visit empty() {
      return new Visit(Map.of(), null);
    }

    public static Visit of(Object body) {
      return new Visit(Map.of(), body);
    }
  }

  /** The roles by door, such as {@code GET /customers/{id}}. */
  protected abstract Map<String, Set<String>> doors();

  /**
   * How one visits the doors that lead to somebody's data, by door. A door with a parameter in its
   * path that is read or deleted without a body need not be named.
   */
  protected abstract Map<String, Visit> visits();

  /** Doors with a parameter whose own and others' are proven by a test of that name. */
  protected abstract Map<String, String> provenElsewhere();

  /** Makes something new of this store, and gives its id. */
  protected abstract UUID of(String store);

  /** The same for one door, where not all lead to the same kind of thing. */
  protected UUID of(String door, String store) {
    return of(store);
  }

  /** Doors that open to whoever has the link, without a token. */
  protected Set<String> open() {
    return Set.of();
  }

  /** Roles that reach no further than their store. */
  protected Set<String> bound() {
    return Set.of("store", "dispenser");
  }

  @Test
  void the_matrix_knows_every_published_door() {
    Map<String, Map<String, ?>> paths =
        given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath().getMap("paths");
    Set<String> published = new TreeSet<>();
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> published.add(method.toUpperCase(Locale.ROOT) + " " + path)));

    assertThat(published).containsAll(open());
    published.removeAll(open());
    assertThat(new TreeSet<>(doors().keySet())).isEqualTo(published);
    assertThat(published).containsAll(visits().keySet()).containsAll(provenElsewhere().keySet());
    assertThat(personal().keySet())
        .as("doors to somebody's data that take a body and were given none")
        .noneMatch(
            door ->
                (door.startsWith("POST") || door.startsWith("PUT")) && !visits().containsKey(door));
  }

  @Test
  void each_door_opens_to_its_roles_and_to_no_other() {
    everywhere(
        (door, role) -> {
          Visit visit = visits().getOrDefault(door, Visit.of(Map.of()));
          int status = knock(door, UUID.randomUUID(), token(role), visit).statusCode();
          if (doors().get(door).contains(role)) {
            assertThat(status).as(door + " as " + role).isNotIn(401, 403).isLessThan(500);
          } else {
            assertThat(status).as(door + " as " + role).isEqualTo(403);
          }
        });
  }

  @Test
  void no_door_opens_without_a_good_token() {
    List<String> bad =
        List.of(
            "no.token.atall",
            Tokens.foreign("somebody", "service"),
            Tokens.expired("somebody", "service"));
    for (String door : doors().keySet()) {
      UUID id = UUID.randomUUID();
      var visit = new Visit(visits().getOrDefault(door, Visit.empty()).headers(), null);
      for (String token : bad) {
        assertThat(knock(door, id, token, visit).statusCode()).as(door).isEqualTo(401);
      }
      assertThat(knock(door, id, null, visit).statusCode()).as(door).isEqualTo(401);
    }
  }

  @Test
  void what_nobody_has_is_not_found() {
    everywhereWithin(
        (door, role) ->
            assertThat(visit(door, UUID.randomUUID(), role).statusCode())
                .as("nobody's: " + door + " as " + role)
                .isEqualTo(404));
  }

  @Test
  void what_is_another_stores_is_not_there_and_ones_own_is() {
    everywhereWithin(
        (door, role) -> {
          boolean bound = bound().contains(role);
          assertThat(visit(door, of(door, STORE), role).statusCode())
              .as("own: " + door + " as " + role)
              .isNotIn(401, 403, 404)
              .isLessThan(500);
          if (bound) {
            assertThat(visit(door, of(door, OTHER_STORE), role).statusCode())
                .as("another store's: " + door + " as " + role)
                .isEqualTo(404);
          }
        });
  }

  private void everywhere(BiConsumer<String, String> check) {
    doors().keySet().forEach(door -> ROLES.forEach(role -> check.accept(door, role)));
  }

  private void everywhereWithin(BiConsumer<String, String> check) {
    personal().forEach((door, roles) -> roles.forEach(role -> check.accept(door, role)));
  }

  /** The doors to somebody's data. */
  private Map<String, Set<String>> personal() {
    Map<String, Set<String>> personal = new LinkedHashMap<>();
    doors()
        .forEach(
            (door, roles) -> {
              if (door.contains("{") && !provenElsewhere().containsKey(door)) {
                personal.put(door, roles);
              }
            });
    return personal;
  }

  private Response visit(String door, UUID id, String role) {
    return knock(door, id, token(role), visits().getOrDefault(door, Visit.empty()));
  }

  /** What is no JSON is sent as it stands. */
  private static RestAssuredConfig asText(String type) {
    EncoderConfig encoders = encoderConfig();
    return config()
        .encoderConfig(
            type.equals(ContentType.JSON.toString())
                ? encoders
                : encoders.encodeContentTypeAs(type, ContentType.TEXT));
  }

  private static String token(String role) {
    return Tokens.of("matrix-" + role, STORE, role);
  }

  private static Response knock(String door, UUID id, @Nullable String token, Visit visit) {
    String[] methodAndPath = door.split(" ");
    String type = visit.headers().getOrDefault("Content-Type", ContentType.JSON.toString());
    var request = given().config(asText(type)).contentType(type);
    visit
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equals("Content-Type")) {
                request.header(name, value);
              }
            });
    if (token != null) {
      request.auth().oauth2(token);
    }
    if (visit.body() != null && !methodAndPath[0].equals("GET")) {
      request.body(visit.body());
    }
    return request.request(
        methodAndPath[0], methodAndPath[1].replaceAll("\\{[^}]*}", id.toString()));
  }
}
