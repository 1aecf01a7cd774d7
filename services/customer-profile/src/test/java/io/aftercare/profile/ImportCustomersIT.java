package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Customers who were known before come in from a file. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ImportCustomersIT {

  private static final String HEADER =
      "number,country,givenName,familyName,birthDate,zone,languages,phone,phoneType,consents,consentsWording,consentsAt\n";

  private static final Counter BOSTON = Counter.of("boston-1");

  @Test
  void a_store_s_file_makes_customers_who_are_found_and_told_of() throws InterruptedException {
    String phone = Somebody.freshNumber();
    String file =
        HEADER
            + "%s,US,Ada,Okafor,1950-03-12,America/New_York,ig en,%s,mobile,care-calls/call=given marketing/sms=declined,v1,2024-05-01T10:00:00Z\n"
                .formatted(fresh(), phone);

    imports(dispenser("boston-1"), file, false)
        .statusCode(200)
        .body("lines", equalTo(1))
        .body("added", equalTo(1))
        .body("problems", empty());

    var card = BOSTON.finds(phone).getFirst();
    assertThat(card).containsEntry("preferredName", "Ada");
    UUID id = UUID.fromString((String) card.get("id"));
    var read = BOSTON.reads(id);
    assertThat(read.getString("birthDate")).isEqualTo("1950-03-12");
    assertThat(read.getList("languages")).isEqualTo(java.util.List.of("ig", "en"));
    assertThat(read.getList("consents.state")).containsExactlyInAnyOrder("given", "declined");
    try (EventProbe customers = EventProbe.on(Topics.CUSTOMERS)) {
      assertThat(customers.await(EventTypes.CUSTOMER_REGISTERED, id).get("birthMonth").asText())
          .isEqualTo("1950-03");
    }
  }

  @Test
  void the_same_file_again_changes_nothing_and_a_changed_line_is_named() {
    String number = fresh();
    String line = number + ",US,Ada,Okafor,1950-03-12,America/New_York,,,,,,\n";
    imports(dispenser("boston-1"), HEADER + line, false).body("added", equalTo(1));

    imports(dispenser("boston-1"), HEADER + line, false)
        .body("added", equalTo(0))
        .body("unchanged", equalTo(1))
        .body("refused", equalTo(0));
    imports(dispenser("boston-1"), HEADER + line.replace("Ada", "Ida"), false)
        .body("unchanged", equalTo(0))
        .body("refused", equalTo(1))
        .body("problems.column", contains("givenName"))
        .body("problems[0].line", equalTo(2));
  }

  @Test
  void the_same_number_in_another_store_s_books_is_another_customer() {
    String line = fresh() + ",US,Ada,Okafor,,America/New_York,,,,,,\n";
    imports(dispenser("boston-1"), HEADER + line, false).body("added", equalTo(1));
    imports(dispenser("salem-1"), HEADER + line, false).body("added", equalTo(1));
    imports(chain(), HEADER + line, false).body("added", equalTo(1));
  }

  @Test
  void good_lines_are_stored_although_others_are_bad_and_each_bad_one_is_named() {
    String again = fresh();
    String file =
        HEADER
            + fresh()
            + ",US,Ada,Okafor,1950-03-12,America/New_York,,,,,,\n"
            + fresh()
            + ",US,Bo,Li,1950-02-30,America/New_York,,,,,,\n"
            + fresh()
            + ",US,Cy,Li,,America/New_York,,5,mobile,,,\n"
            + ",US,Di,Li,,America/New_York,,,,,,\n"
            + fresh()
            + ",US,Ed,Li,,Mars/Olympus,,,,,,\n"
            + fresh()
            + ",US,Flo,Li,,America/New_York,,,,maybe,v1,2024-05-01T10:00:00Z\n"
            + again
            + ",US,Gus,Li,,America/New_York,,,,,,\n"
            + again
            + ",US,Hal,Li,,America/New_York,,,,,,\n"
            + fresh()
            + ",US,Ivy,Li,,America/New_York,,,,,,,one,more\n"
            + "\n"
            + fresh()
            + ",US,,Li,,America/New_York,,,,,,\n"
            + fresh()
            + ",US,Joy,Li,,America/New_York,,,,marketing/sms=given,v1,\n";

    imports(chain(), file, false)
        .statusCode(200)
        .body("lines", equalTo(11))
        .body("added", equalTo(2))
        .body("refused", equalTo(9))
        .body("problems.line", contains(3, 4, 5, 6, 7, 9, 10, 12, 13))
        .body(
            "problems.column",
            contains(
                "birthDate",
                "phone",
                "number",
                "zone",
                "consents",
                "number",
                "line",
                "givenName",
                "consentsAt"))
        .body("problems[5].message", containsString("line 8"));
  }

  @Test
  void a_dry_run_reports_the_same_and_stores_nothing() {
    String phone = Somebody.freshNumber();
    String file =
        HEADER
            + fresh()
            + ",US,Ada,Okafor,,America/New_York,,%s,,,,\n".formatted(phone)
            + fresh()
            + ",US,Bo,Li,,Mars/Olympus,,,,,,\n";

    imports(dispenser("boston-1"), file, true)
        .body("dryRun", equalTo(true))
        .body("added", equalTo(1))
        .body("refused", equalTo(1));

    assertThat(BOSTON.finds(phone)).isEmpty();
    imports(dispenser("boston-1"), file, false).body("added", equalTo(1));
  }

  @Test
  void semicolons_byte_order_marks_and_quoted_cells_are_read() {
    String file =
        "\uFEFFsep=;\r\n"
            + HEADER.strip().replace(',', ';')
            + "\r\n"
            + fresh()
            + ";US;\"Ada\r\nLovelace\";Okafor;;America/New_York;;;;;;\r\n"
            + fresh()
            + ";US;\"Bo; the younger\";Li;;America/New_York;;;;;;\r\n";

    imports(chain(), file, false)
        .body("added", equalTo(1))
        .body("problems.line", contains(3))
        .body("problems.column", contains("givenName"));
  }

  @Test
  void thousands_come_in_at_once() {
    String file =
        HEADER
            + IntStream.range(0, 2_500)
                .mapToObj(i -> fresh() + ",US,Ada,Okafor,1950-03-12,America/New_York,en,,,,,\n")
                .collect(Collectors.joining());

    imports(chain(), file, false).body("added", equalTo(2_500)).body("problems", hasSize(0));
    imports(chain(), file, false).body("unchanged", equalTo(2_500));
  }

  @Test
  void what_is_no_such_file_is_refused_whole() {
    imports(chain(), "", false).statusCode(400);
    imports(chain(), "number,country,givenName\n", false)
        .statusCode(400)
        .body("violations.field", contains("zone"));
    imports(chain(), HEADER.replace("birthDate", "birthday"), false)
        .statusCode(400)
        .body("violations.field", contains("birthday"));
    imports(chain(), HEADER.replace("birthDate", "zone"), false)
        .statusCode(400)
        .body("violations.field", contains("zone"));
    RestAssured.given()
        .auth()
        .oauth2(chain())
        .contentType("text/csv")
        .body(HEADER)
        .post("/customers/import?dryRun=perhaps")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("dryRun"));
  }

  @Test
  void bytes_that_are_no_utf8_spoil_their_own_line() {
    byte[] file =
        (HEADER
                + fresh()
                + ",US,Jos\u00e9,Li,,America/New_York,,,,,,\n"
                + fresh()
                + ",US,Ada,Li,,America/New_York,,,,,,\n")
            .getBytes(StandardCharsets.ISO_8859_1);

    RestAssured.given()
        .auth()
        .oauth2(chain())
        .contentType("text/csv")
        .body(file)
        .post("/customers/import")
        .then()
        .body("added", equalTo(1))
        .body("problems.line", contains(2));
  }

  @Test
  void a_later_part_of_a_file_tells_its_lines_as_the_whole_file_has_them() {
    RestAssured.given()
        .auth()
        .oauth2(chain())
        .contentType("text/csv")
        .body(HEADER + fresh() + ",US,Bo,Li,,Mars/Olympus,,,,,,\n")
        .post("/customers/import?firstLine=10002")
        .then()
        .statusCode(200)
        .body("problems.line", contains(10_002));
    RestAssured.given()
        .auth()
        .oauth2(chain())
        .contentType("text/csv")
        .body(HEADER)
        .post("/customers/import?firstLine=first")
        .then()
        .statusCode(400)
        .body("violations.field", contains("firstLine"));
  }

  private static ValidatableResponse imports(String token, String file, boolean dryRun) {
    return RestAssured.given()
        .auth()
        .oauth2(token)
        .contentType("text/csv; charset=UTF-8")
        .queryParam("dryRun", dryRun)
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/customers/import")
        .then();
  }

  private static String dispenser(String store) {
    return Tokens.of("dora", store, "dispenser");
  }

  private static String chain() {
    return Tokens.of("care", null, "care-manager");
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
