package io.aftercare.profile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class BadInputIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  /** What is wrong with somebody, and the field that must be named. */
  private record Wrong(Somebody somebody, String field) {
    static Wrong with(String field, Object value) {
      return new Wrong(Somebody.isNew().with(field, value), field);
    }

    static Wrong with(String field, Object value, String named) {
      return new Wrong(Somebody.isNew().with(field, value), named);
    }
  }

  @Inject AgroalDataSource database;

  @Test
  void what_is_wrong_is_named_and_nothing_of_it_is_stored() throws SQLException {
    var ledger = new Ledger(database);
    long before = ledger.count("select count(*) from customer");

    wrongs()
        .forEach(
            wrong -> {
              var answer = BOSTON.registers(wrong.somebody());
              assertThat(answer.statusCode()).as("status for %s", wrong).isEqualTo(400);
              assertThat(answer.contentType()).startsWith("application/problem+json");
              assertThat(answer.jsonPath().getString("type"))
                  .isEqualTo("urn:aftercare:problem:invalid");
              assertThat(answer.jsonPath().<String>getList("violations.field"))
                  .as("fields named for %s", wrong)
                  .contains(wrong.field());
            });

    assertThat(ledger.count("select count(*) from customer")).isEqualTo(before);
    BOSTON.knows(Somebody.isNew());
  }

  private static Stream<Wrong> wrongs() {
    var caregiver = Map.of("name", "N", "relation", "son", "phone", "5", "disclose", "care-calls");
    var consent =
        Map.of("purpose", "care-calls", "channel", "call", "state", "given", "wording", "v1");
    return Stream.of(
        Wrong.with("nickname", "Addie"),
        Wrong.with("id", "42"),
        Wrong.with("country", "USA"),
        Wrong.with("country", "XX"),
        new Wrong(Somebody.isNew().without("country"), "country"),
        new Wrong(Somebody.isNew().without("givenName"), "givenName"),
        new Wrong(Somebody.isNew().without("zone"), "zone"),
        Wrong.with("givenName", " "),
        Wrong.with("givenName", "x".repeat(201)),
        Wrong.with("givenName", List.of("Ada")),
        Wrong.with("familyName", "null\u0000byte"),
        Wrong.with("zone", "Boston"),
        Wrong.with("zone", "+05:00"),
        Wrong.with("birthDate", "21.03.1950"),
        Wrong.with("birthDate", "2950-03-21"),
        Wrong.with("birthDate", "1050-03-21"),
        Wrong.with("sex", "yes"),
        Wrong.with("languages", List.of("en", "English language"), "languages[1]"),
        Wrong.with("languages", "en"),
        Wrong.with("window", Map.of("from", "12:00", "to", "09:00"), "window.to"),
        Wrong.with("window", Map.of("from", "12:00"), "window.to"),
        Wrong.with("window", Map.of("from", "noon", "to", "13:00"), "window.from"),
        Wrong.with("phones", List.of(Map.of("number", "5")), "phones[0].number"),
        Wrong.with("phones", List.of(Map.of("type", "mobile")), "phones[0].number"),
        Wrong.with(
            "phones", List.of(Map.of("number", "+16175550101", "type", "fax")), "phones[0].type"),
        Wrong.with(
            "phones",
            IntStream.range(0, 11)
                .mapToObj(i -> Map.of("number", Somebody.freshNumber()))
                .toList()),
        Wrong.with("caregivers", List.of(caregiver), "caregivers[0].phone"),
        Wrong.with("consents", List.of(consent), "consents[0].at"),
        Wrong.with(
            "consents", List.of(with(consent, "at", "2026-01-15T10:00:00")), "consents[0].at"),
        Wrong.with(
            "consents", List.of(with(consent, "at", "2126-01-15T10:00:00Z")), "consents[0].at"),
        Wrong.with("consents", List.of(with(consent, "purpose", "spam")), "consents[0].purpose"));
  }

  private static Map<String, String> with(Map<String, String> map, String field, String value) {
    var changed = new HashMap<>(map);
    changed.put(field, value);
    return changed;
  }

  @Test
  void a_bad_number_is_told_how_to_be_good() {
    BOSTON
        .registers(Somebody.isNew().withPhone("555 0101"))
        .then()
        .body(
            "violations[0].message",
            equalTo("not a valid number for US; give it as +1… or set country"));
  }

  @Test
  void what_is_no_json_is_refused() {
    for (String body : List.of("", "{", "[]", "null", "\"Ada\"", "{\"givenName\":}")) {
      BOSTON.request().body(body).post("/customers").then().statusCode(400);
    }
    for (String body : List.of("", "[]", "null", "{}", "{\"customers\":{}}")) {
      BOSTON.request().body(body).post("/customers/batch").then().statusCode(400);
    }
  }

  @Test
  void another_content_type_is_refused() {
    BOSTON
        .request()
        .contentType(ContentType.TEXT)
        .body("Ada")
        .post("/customers")
        .then()
        .statusCode(415);
  }

  @Test
  void ten_megabytes_are_refused_before_they_are_read() throws IOException {
    try (var till = new Socket("localhost", RestAssured.port)) {
      till.getOutputStream()
          .write(
              """
              POST /customers HTTP/1.1\r
              Host: localhost\r
              Content-Type: application/json\r
              Content-Length: 10000000\r
              \r
              """
                  .getBytes(US_ASCII));
      var answer = new BufferedReader(new InputStreamReader(till.getInputStream(), US_ASCII));

      assertThat(answer.readLine()).contains("413");
    }
    BOSTON.knows(Somebody.isNew());
  }

  @Test
  void a_path_that_is_no_id_is_nobodys() {
    BOSTON.request().get("/customers/42").then().statusCode(404);
    BOSTON.request().get("/customers/42/card").then().statusCode(404);
  }

  @Test
  void a_search_for_no_number_names_the_phone() {
    BOSTON.searches("5").then().statusCode(400).body("violations.field", hasItem("phone"));
    BOSTON.searches("").then().statusCode(400).body("violations.field", hasItem("phone"));
  }

  @Test
  void an_answer_to_no_question_is_refused() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);

    BOSTON
        .hears(ada.id(), "maybe", "care-calls", "call")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("state"));
    BOSTON
        .request()
        .body(
            Map.of(
                "purpose", "care-calls",
                "channel", "call",
                "state", "given",
                "wording", "v1",
                "at", "2126-01-01T00:00:00Z"))
        .put("/customers/{id}/consents", ada.id())
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("at"));
  }

  @Test
  void a_permit_must_name_its_call_and_its_agent() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);

    BOSTON
        .request()
        .auth()
        .oauth2(Tokens.of("follow-up", null, "service"))
        .body(Map.of("purpose", "care-calls", "channel", "call"))
        .post("/customers/{id}/permit", ada.id())
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("callId"))
        .body("violations.field", hasItem("agent"));
  }
}
