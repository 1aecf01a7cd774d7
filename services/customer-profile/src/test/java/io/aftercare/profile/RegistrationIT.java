package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RegistrationIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");

  @Inject AgroalDataSource database;

  @Test
  void a_registered_customer_can_be_read_as_they_described_themselves() {
    var ada =
        Somebody.isNew()
            .with("preferredName", "Mama Ada")
            .with("birthDate", "1950-03-21")
            .with("sex", "female")
            .with("window", Map.of("from", "09:00", "to", "12:30"))
            .withPhone("(617) 555-0101")
            .withCaregiver("Ngozi", "daughter", "617-555-0199", "care-calls")
            .who("given", "care-calls", "call");

    BOSTON
        .registers(ada)
        .then()
        .statusCode(201)
        .header("Location", endsWith("/customers/" + ada.id()))
        .header("ETag", equalTo("\"1\""));

    BOSTON
        .opens(ada.id())
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("id", equalTo(ada.id().toString()))
        .body("status", equalTo("active"))
        .body("storeId", equalTo("boston-1"))
        .body("givenName", equalTo("Ada"))
        .body("familyName", equalTo("Okafor"))
        .body("preferredName", equalTo("Mama Ada"))
        .body("birthDate", equalTo("1950-03-21"))
        .body("sex", equalTo("female"))
        .body("languages", contains("ig", "en"))
        .body("zone", equalTo("America/New_York"))
        .body("window.from", equalTo("09:00:00"))
        .body("window.to", equalTo("12:30:00"))
        .body("phones", hasSize(1))
        .body("phones[0].number", equalTo("+16175550101"))
        .body("phones[0].type", equalTo("mobile"))
        .body("caregivers[0].name", equalTo("Ngozi"))
        .body("caregivers[0].relation", equalTo("daughter"))
        .body("caregivers[0].phone", equalTo("+16175550199"))
        .body("caregivers[0].disclose", equalTo("care-calls"))
        .body("consents[0].state", equalTo("given"))
        .body("consents[0].at", equalTo("2026-01-15T15:00:00Z"))
        .body("doNotCall", equalTo(false));
  }

  @Test
  void a_customer_without_an_id_is_given_one() {
    String id =
        BOSTON
            .registers(Somebody.isNew().without("id"))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");

    assertThat(BOSTON.reads(UUID.fromString(id)).getString("givenName")).isEqualTo("Ada");
  }

  @Test
  void only_what_is_needed_must_be_said() {
    var shy =
        Somebody.isNew()
            .without("familyName")
            .without("languages")
            .without("phones")
            .without("caregivers")
            .without("consents");

    BOSTON.registers(shy).then().statusCode(201).body("phones", hasSize(0));
  }

  @Test
  void the_same_again_is_the_same_customer() {
    var ada = Somebody.isNew().withPhone("(617) 555-0101").who("given", "care-calls", "call");
    BOSTON.knows(ada);

    BOSTON.registers(ada).then().statusCode(200).body("version", equalTo(1));
  }

  @Test
  void the_same_is_the_same_however_it_is_written() {
    var ada = Somebody.isNew().withPhone("(617) 555-0101");
    BOSTON.knows(ada);

    ada.with("phones", List.of(Map.of("type", "mobile", "number", "+1 617 555 0101")))
        .with("languages", List.of("IG", "EN"));

    BOSTON.registers(ada).then().statusCode(200);
  }

  @Test
  void another_content_is_refused_and_its_fields_are_named() {
    var ada = Somebody.isNew().withPhone("(617) 555-0101");
    BOSTON.knows(ada);

    BOSTON
        .registers(ada.with("givenName", "Ida").with("zone", "America/Chicago"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:customer-content-differs"))
        .body("fields", contains("givenName", "zone"));
    assertThat(BOSTON.reads(ada.id()).getString("givenName")).isEqualTo("Ada");
  }

  @Test
  void a_late_repeat_is_known_although_the_file_was_corrected_since() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    var corrected = Somebody.isNew().with("id", ada.id().toString()).with("givenName", "Adaeze");
    BOSTON.corrects(ada.id(), "\"1\"", corrected).then().statusCode(200);

    BOSTON.registers(ada).then().statusCode(200).body("givenName", equalTo("Adaeze"));
  }

  @Test
  void an_id_that_another_store_used_is_taken_and_nothing_else_is_said() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);

    SALEM
        .registers(ada)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:customer-id-taken"))
        .body("fields", nullValue());
  }

  @Test
  void twenty_concurrent_repeats_make_one_customer()
      throws InterruptedException, ExecutionException, SQLException {
    var ada = Somebody.isNew().withPhone(Somebody.freshNumber());

    List<Integer> statuses = concurrently(20, () -> BOSTON.registers(ada).statusCode());

    assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    var ledger = new Ledger(database);
    assertThat(ledger.count("select count(*) from phone where customer_id = '" + ada.id() + "'"))
        .isEqualTo(1);
  }

  @Test
  void headquarters_registers_for_no_store() {
    var manager = Counter.ofChain("carla", "care-manager");
    var ada = Somebody.isNew();

    manager.registers(ada).then().statusCode(201).body("storeId", nullValue());
    manager.registers(ada).then().statusCode(200);
    BOSTON.opens(ada.id()).then().statusCode(404);
  }

  @Test
  void a_dispenser_registers_for_their_store() {
    var token = Tokens.of("dora", "boston-1", "dispenser");
    var ada = Somebody.isNew();

    BOSTON
        .request()
        .auth()
        .oauth2(token)
        .body(ada.particulars())
        .post("/customers")
        .then()
        .statusCode(201)
        .body("storeId", equalTo("boston-1"));
    BOSTON.opens(ada.id()).then().statusCode(200);
  }

  private static List<Integer> concurrently(int times, Callable<Integer> what)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(times)) {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(times, what))) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
