package io.aftercare.profile;

import static io.restassured.RestAssured.given;

import io.aftercare.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The follow-up service, as it asks before a call and reports after it. */
final class FollowUp {

  static final String AGENT = "agent-ann";

  private final UUID call = UUID.randomUUID();
  private final String token = Tokens.of("follow-up", null, "service");

  private FollowUp() {}

  /** A new call of follow-up's. */
  static FollowUp calling() {
    return new FollowUp();
  }

  UUID call() {
    return call;
  }

  JsonPath asksFor(UUID customer) {
    return asks(customer).then().statusCode(200).extract().jsonPath();
  }

  Response asks(UUID customer) {
    return post(
        customer,
        "permit",
        Map.of("callId", call, "agent", AGENT, "purpose", "care-calls", "channel", "call"));
  }

  /** May this message go out? */
  Response wantsToSend(UUID customer, String purpose, String channel) {
    return post(
        customer,
        "message-permit",
        Map.of("messageId", call, "purpose", purpose, "channel", channel));
  }

  /** An agent leaves a word to whoever calls next. */
  Response asksToTakeCare(UUID customer, String note, String whatHelps) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(Map.of("note", note, "whatHelps", whatHelps, "author", AGENT))
        .put("/customers/{id}/take-care", customer);
  }

  /** A talk with the customer was difficult; told until a time. */
  Response hadADifficultTalk(
      UUID customer, List<String> kinds, List<String> helped, Instant at, Instant until) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "callId", call,
                "author", AGENT,
                "kinds", kinds,
                "helped", helped,
                "at", at.toString(),
                "until", until.toString()))
        .put("/customers/{id}/take-care/difficulty", customer);
  }

  Response hearsDoNotCall(UUID customer) {
    return post(customer, "do-not-call", Map.of("callId", call));
  }

  Response hearsOptOut(UUID customer, String purpose, String channel) {
    return post(
        customer, "opt-out", Map.of("messageId", call, "purpose", purpose, "channel", channel));
  }

  Response hearsOfDeath(UUID customer) {
    return post(customer, "deceased", Map.of("callId", call));
  }

  Response reachesSomebodyElse(UUID customer, String number) {
    return post(customer, "wrong-number", Map.of("callId", call, "number", number));
  }

  Response reachesSomebodyElseAt(UUID customer, String numberMark) {
    return post(customer, "wrong-number", Map.of("callId", call, "numberMark", numberMark));
  }

  Response notes(UUID customer, String text) {
    return post(customer, "notes", Map.of("callId", call, "author", AGENT, "text", text));
  }

  private Response post(UUID customer, String what, Map<String, ?> body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/customers/{id}/" + what, customer);
  }
}
