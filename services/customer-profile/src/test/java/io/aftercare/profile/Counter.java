package io.aftercare.profile;

import static io.restassured.RestAssured.given;

import io.aftercare.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The counter of a store, and whoever else works with files of customers. */
final class Counter {

  private final String token;

  private Counter(String token) {
    this.token = token;
  }

  static Counter of(String storeId) {
    return new Counter(Tokens.till(storeId));
  }

  /** A person of the store. */
  static Counter of(String storeId, String role) {
    return new Counter(Tokens.of(role + "-" + storeId, storeId, role));
  }

  /** A person of the chain, in no store. */
  static Counter ofChain(String name, String role) {
    return new Counter(Tokens.of(name, null, role));
  }

  /** A person at the counter of a store. */
  static Counter ofDispenser(String storeId, String name) {
    return new Counter(Tokens.of(name, storeId, "dispenser"));
  }

  Response breaksGlass(UUID customer, String reason) {
    return request().body(Map.of("reason", reason)).post("/customers/{id}/break-glass", customer);
  }

  Response registers(Somebody somebody) {
    return request().body(somebody.particulars()).post("/customers");
  }

  /** Registers, and expects that it goes well. */
  UUID knows(Somebody somebody) {
    return UUID.fromString(
        registers(somebody).then().statusCode(201).extract().jsonPath().getString("id"));
  }

  Response registersAll(List<?> customers) {
    return request().body(Map.of("customers", customers)).post("/customers/batch");
  }

  Response searches(String phone) {
    return request().body(Map.of("phone", phone, "country", "US")).post("/customers/search");
  }

  /** The cards of whoever has this phone. */
  List<Map<String, Object>> finds(String phone) {
    return searches(phone).then().statusCode(200).extract().jsonPath().getList("customers");
  }

  Response opens(UUID customer) {
    return request().get("/customers/{id}", customer);
  }

  JsonPath reads(UUID customer) {
    return opens(customer).then().statusCode(200).extract().jsonPath();
  }

  Response greets(UUID customer) {
    return request().get("/customers/{id}/card", customer);
  }

  Response corrects(UUID customer, String etag, Somebody somebody) {
    return request()
        .header("If-Match", etag)
        .body(somebody.correction())
        .put("/customers/{id}", customer);
  }

  Response hears(UUID customer, String state, String purpose, String channel) {
    return request()
        .body(Map.of("purpose", purpose, "channel", channel, "state", state, "wording", "v2"))
        .put("/customers/{id}/consents", customer);
  }

  /** Answers with everything that may be said of an answer. */
  Response hears(UUID customer, Map<String, ?> consent) {
    return request().body(consent).put("/customers/{id}/consents", customer);
  }

  Response asksWhatIsAllowed(UUID customer) {
    return request().get("/customers/{id}/consents", customer);
  }

  /** What a customer tells of their health: {@code conditions} or {@code medicines}. */
  Response isTold(UUID customer, String what, String etag, List<?> said) {
    return request()
        .header("If-Match", etag)
        .body(Map.of(what, said))
        .put("/customers/{id}/" + what, customer);
  }

  Response asksToTakeCare(UUID customer, Map<String, ?> caution) {
    return request().body(caution).put("/customers/{id}/take-care", customer);
  }

  Response liftsCare(UUID customer) {
    return request().delete("/customers/{id}/take-care", customer);
  }

  Response looksUp(String email) {
    return request().body(Map.of("email", email)).post("/customers/search");
  }

  Response bears(UUID customer, String atc, String name) {
    return request()
        .body(Map.of("allergies", List.of(Map.of("atc", atc, "name", name))))
        .put("/customers/{id}/allergies", customer);
  }

  Response readsNotes(UUID customer) {
    return request().get("/customers/{id}/notes", customer);
  }

  RequestSpecification request() {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }
}
