package io.aftercare.followup;

import static io.restassured.RestAssured.given;

import io.aftercare.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person at a desk of the call centre: what they can do with the service, in its words. */
final class Desk {

  private final String name;
  private final String token;

  private Desk(String name, String[] roles) {
    this(name, Tokens.of(name, null, roles));
  }

  private Desk(String name, String token) {
    this.name = name;
    this.token = token;
  }

  static Desk agent(String name) {
    return of(name, "agent");
  }

  static Desk pharmacist(String name) {
    return of(name, "pharmacist");
  }

  static Desk of(String name, String... roles) {
    return new Desk(name, roles);
  }

  /** Somebody at the counter of a store. */
  static Desk inStore(String name, String store, String... roles) {
    return new Desk(name, Tokens.of(name, store, roles));
  }

  static Desk supervisor() {
    return of("sue", "supervisor");
  }

  static Desk careManager(String name) {
    return of(name, "care-manager");
  }

  String subject() {
    return Tokens.subject(name);
  }

  /** A call in hand. */
  record InHand(String id, long epoch, JsonPath json) {
    static InHand of(ValidatableResponse response) {
      JsonPath json = response.extract().jsonPath();
      return new InHand(json.getString("id"), json.getLong("epoch"), json);
    }

    String programme() {
      return json.getString("programme");
    }

    String customer() {
      return json.getString("customerId");
    }
  }

  /** The next call; there must be one. */
  InHand claim() {
    return InHand.of(asksForWork().statusCode(200));
  }

  /** The next call, if there is one. */
  Optional<InHand> claimIfAny() {
    ValidatableResponse response = asksForWork();
    return response.extract().statusCode() == 204
        ? Optional.empty()
        : Optional.of(InHand.of(response.statusCode(200)));
  }

  ValidatableResponse asksForWork() {
    return request().body("{}").post("/calls/claim").then();
  }

  ValidatableResponse looksAtHand() {
    return request().get("/calls/current").then();
  }

  ValidatableResponse beats(InHand call) {
    return with(call, Map.of()).post("/calls/{id}/heartbeat", call.id()).then();
  }

  ValidatableResponse asksToDial(InHand call) {
    return with(call, Map.of()).post("/calls/{id}/permit", call.id()).then();
  }

  ValidatableResponse says(InHand call, Map<String, Object> outcome) {
    return with(call, outcome).post("/calls/{id}/outcome", call.id()).then();
  }

  ValidatableResponse says(InHand call, String disposition) {
    return says(call, Map.of("disposition", disposition));
  }

  /** Claims, gets the permit and says what came of it. */
  InHand works(String disposition) {
    InHand call = claim();
    asksToDial(call).statusCode(200);
    says(call, disposition).statusCode(200);
    return call;
  }

  /** A call in hand with somebody on the line. */
  InHand talks() {
    InHand call = claim();
    asksToDial(call).statusCode(200);
    return call;
  }

  ValidatableResponse answers(InHand call, Map<String, Object> answers) {
    return with(call, Map.of("answers", answers)).put("/calls/{id}/answers", call.id()).then();
  }

  ValidatableResponse readsScript(String call, String language) {
    return request().get("/calls/{id}/answers?language={language}", call, language).then();
  }

  ValidatableResponse isRungBy(Object customer) {
    return request().body(Map.of("customerId", customer.toString())).post("/calls/incoming").then();
  }

  ValidatableResponse isRungBy(Object customer, String store) {
    return request()
        .body(Map.of("customerId", customer.toString(), "storeId", store))
        .post("/calls/incoming")
        .then();
  }

  ValidatableResponse warns(InHand call) {
    return with(call, Map.of()).post("/calls/{id}/warning", call.id()).then();
  }

  ValidatableResponse debriefs(String incident, String part, String text) {
    return request()
        .body(Map.of("text", text))
        .put("/incidents/{id}/debrief/{part}", incident, part)
        .then();
  }

  ValidatableResponse is(String state) {
    return request().body(Map.of("state", state)).put("/agents/me/state").then();
  }

  ValidatableResponse hasABreak(String reason) {
    return request()
        .body(Map.of("state", "break", "reason", reason))
        .put("/agents/me/state")
        .then();
  }

  /** A supervisor says whom somebody serves. */
  ValidatableResponse lets(Desk other, List<String> languages, List<String> stores) {
    return request()
        .body(Map.of("languages", languages, "stores", stores))
        .put("/agents/{agent}/profile", other.subject())
        .then();
  }

  /** A supervisor says of which regions somebody serves the stores. */
  ValidatableResponse lets(Desk other, List<String> regions) {
    return request()
        .body(Map.of("languages", List.of(), "stores", List.of(), "regions", regions))
        .put("/agents/{agent}/profile", other.subject())
        .then();
  }

  ValidatableResponse reassigns(String call, Desk to) {
    return request().body(Map.of("to", to.subject())).post("/calls/{id}/reassign", call).then();
  }

  ValidatableResponse handsOver(InHand call, boolean placeConfirmed, String... redFlags) {
    return with(call, Map.of("redFlags", List.of(redFlags), "placeConfirmed", placeConfirmed))
        .post("/calls/{id}/transfer", call.id())
        .then();
  }

  ValidatableResponse seesTransfers() {
    return request().get("/transfers").then();
  }

  ValidatableResponse takes(String transfer) {
    return request().body("{}").post("/transfers/{id}/take", transfer).then();
  }

  ValidatableResponse ends(String transfer, String ending) {
    return request().body(Map.of("ending", ending)).post("/transfers/{id}/end", transfer).then();
  }

  ValidatableResponse withdraws(String transfer) {
    return request().body("{}").post("/transfers/{id}/withdraw", transfer).then();
  }

  ValidatableResponse givesBack(InHand call) {
    return with(call, Map.of()).post("/calls/{id}/release", call.id()).then();
  }

  ValidatableResponse takesAway(String call) {
    return request().body("{}").post("/calls/{id}/release", call).then();
  }

  ValidatableResponse lists(String query) {
    return request().get("/calls?" + query).then();
  }

  ValidatableResponse sums() {
    return request().get("/calls/summary").then();
  }

  RequestSpecification request() {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  private RequestSpecification with(InHand call, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("epoch", call.epoch());
    return request().body(body);
  }
}
