package io.aftercare.feedback;

import static org.awaitility.Awaitility.await;

import io.aftercare.kit.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody at a desk who looks at what people said. */
final class Desk {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern NEXT = Pattern.compile("<(.+)>; rel=\"next\"");

  private final @Nullable String token;

  private Desk(@Nullable String token) {
    this.token = token;
  }

  static Desk of(String name, String... roles) {
    return new Desk(Tokens.of(name, null, roles));
  }

  static Desk with(@Nullable String token) {
    return new Desk(token);
  }

  /** Looks at a path, query included. */
  Response looksAt(String path) {
    RequestSpecification request = RestAssured.given().urlEncodingEnabled(false);
    return token == null ? request.get(path) : request.auth().oauth2(token).get(path);
  }

  /** Says that what was complained about is put right. */
  Response resolves(String complaint) {
    RequestSpecification request = RestAssured.given();
    return (token == null ? request : request.auth().oauth2(token))
        .post("/complaints/{id}/resolve", complaint);
  }

  /** Looks until as many are there. */
  JsonPath waitsFor(int items, String path) {
    return await(items + " at " + path)
        .atMost(PATIENCE)
        .until(() -> page(path), page -> page.getList("items").size() == items);
  }

  JsonPath page(String path) {
    return looksAt(path).then().statusCode(200).extract().jsonPath();
  }

  /** Where the next page is, if there is one. */
  static Optional<String> next(Response page) {
    String link = page.header("Link");
    if (link == null) {
      return Optional.empty();
    }
    Matcher next = NEXT.matcher(link);
    return next.matches() ? Optional.of(next.group(1)) : Optional.empty();
  }
}
