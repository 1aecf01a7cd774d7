package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer names the field, and nothing is stored. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class BadInputIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk sue = Desk.supervisor();

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'epoch': 1}                                                         | disposition",
        "{'disposition': 'busy'}                                              | epoch",
        "{'epoch': -1, 'disposition': 'busy'}                                 | epoch",
        "{'epoch': 'x', 'disposition': 'busy'}                                | epoch",
        "{'epoch': 1, 'disposition': 'gone-fishing'}                          | disposition",
        "{'epoch': 1, 'disposition': 'busy', 'colour': 'red'}                 | colour",
        "{'epoch': 1, 'disposition': 'call-back'}                             | callBackAt",
        "{'epoch': 1, 'disposition': 'call-back', 'callBackAt': '2026-03-11T10:00:00'} | callBackAt",
        "{'epoch': 1, 'disposition': 'busy', 'callBackAt': '2026-03-11T10:00:00Z'} | callBackAt",
        "{'epoch': 1, 'disposition': 'complaint'}                             | complaintCategory",
        "{'epoch': 1, 'disposition': 'complaint', 'complaintCategory': 'hair'} | complaintCategory",
        "{'epoch': 1, 'disposition': 'done-well', 'complaintCategory': 'wait'} | complaintCategory",
        "{'epoch': 1, 'disposition': 'done-well', 'satisfaction': 6}          | satisfaction",
        "{'epoch': 1, 'disposition': 'busy', 'satisfaction': 3}               | satisfaction",
      })
  void an_outcome_that_makes_no_sense_is_refused_with_the_field_named(String body, String field) {
    chain.sells(SaleMother.lastNight().build(), 1);
    InHand call = ann.claim();
    ann.asksToDial(call).statusCode(200);

    ann.request()
        .body(body.replace('\'', '"'))
        .post("/calls/{id}/outcome", call.id())
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:aftercare:problem:invalid"))
        .body("violations.field", hasItem(field));
    assertThat(Chain.count("select count(*) from attempt")).isZero();
  }

  @Test
  void a_note_as_long_as_a_book_is_refused() {
    String note = "x".repeat(4001);

    ann.request()
        .body("{\"epoch\": 1, \"disposition\": \"done-well\", \"note\": \"%s\"}".formatted(note))
        .post("/calls/{id}/outcome", UUID.randomUUID())
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(containsString("note")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/calls/claim", "/calls/018f0000-0000-7000-8000-00000000000a/permit"})
  void what_is_no_json_object_is_refused(String path) {
    ann.request().body("{").post(path).then().statusCode(400);
    ann.request().body("[]").post(path).then().statusCode(400);
    ann.request()
        .body("{\"epochs\": 1}")
        .post(path)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("epochs"));
    ann.request()
        .contentType(ContentType.XML)
        .body("<epoch>1</epoch>")
        .post(path)
        .then()
        .statusCode(415);
  }

  @Test
  void a_body_of_ten_megabytes_is_refused_unread() throws IOException {
    // Declared by its length, and answered before it is sent.
    HttpURLConnection desk =
        (HttpURLConnection)
            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/calls/claim")
                .toURL()
                .openConnection();
    desk.setRequestMethod("POST");
    desk.setRequestProperty("Authorization", "Bearer " + Tokens.agent("ann"));
    desk.setRequestProperty("Content-Type", "application/json");
    desk.setRequestProperty("Expect", "100-continue");
    desk.setDoOutput(true);
    desk.setFixedLengthStreamingMode(10 * 1024 * 1024);

    assertThat(desk.getResponseCode()).isEqualTo(413);
  }

  @Test
  void an_agent_says_which_epoch_they_give_back() {
    ann.request()
        .body("{}")
        .post("/calls/{id}/release", UUID.randomUUID())
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("epoch"));
  }

  @ParameterizedTest
  @CsvSource({
    "state=asleep, state",
    "customerId=ann, customerId",
    "saleId=1, saleId",
    "cursor=next, cursor",
    "limit=0, limit",
    "limit=201, limit",
    "limit=many, limit",
    "customerId=nonsense, customerId",
    "programme=Well being, programme",
    "saleid=018f0000-0000-7000-8000-00000000000a, saleid",
  })
  void a_filter_that_makes_no_sense_is_refused(String query, String field) {
    sue.lists(query)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:aftercare:problem:invalid"))
        .body("violations.field", contains(field));
  }

  @Test
  void all_filters_that_make_no_sense_are_named_together() {
    sue.lists("limit=many&saleId=nonsense&sort=up")
        .statusCode(400)
        .body("violations.field", containsInAnyOrder("limit", "saleId", "sort"));
  }

  @Test
  void a_call_that_is_no_call_is_not_found() {
    ann.request()
        .body("{\"epoch\": 1}")
        .post("/calls/{id}/permit", UUID.randomUUID())
        .then()
        .statusCode(404);
    ann.request().body("{\"epoch\": 1}").post("/calls/{id}/permit", "abc").then().statusCode(404);
  }
}
