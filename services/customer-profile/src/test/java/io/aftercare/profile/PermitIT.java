package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class PermitIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  @Inject AgroalDataSource database;

  private String phone;
  private String daughters;
  private Somebody ada;
  private FollowUp call;

  @BeforeEach
  void meet() {
    phone = Somebody.freshNumber();
    daughters = Somebody.freshNumber();
    ada = Somebody.isNew().with("preferredName", "Mama Ada").withPhone(phone);
    call = FollowUp.calling();
  }

  @Test
  void a_permit_says_whom_to_dial_and_how_to_greet() {
    BOSTON.knows(ada);

    call.asks(ada.id())
        .then()
        .statusCode(200)
        .body("allowed", equalTo(true))
        .body("number", equalTo(phone))
        .body("callee.name", equalTo("Mama Ada"))
        .body("callee.relation", equalTo("self"))
        .body("callee.language", equalTo("ig"))
        .body("callee.disclose", equalTo("everything"));
  }

  @Test
  void for_a_child_the_caregiver_is_called_and_the_permit_says_what_may_be_told() {
    ada.with("birthDate", LocalDate.now().minusYears(8).toString())
        .withCaregiver("Ngozi", "mother", daughters, "care-calls");
    BOSTON.knows(ada);

    JsonPath permit = call.asksFor(ada.id());

    assertThat(permit.getString("number")).isEqualTo(daughters);
    assertThat(permit.getString("callee.name")).isEqualTo("Ngozi");
    assertThat(permit.getString("callee.relation")).isEqualTo("mother");
    assertThat(permit.getString("callee.disclose")).isEqualTo("care-calls");
  }

  @Test
  void a_child_without_a_caregiver_is_not_called() {
    BOSTON.knows(ada.with("birthDate", LocalDate.now().minusYears(8).toString()));

    assertRefused("child-without-caregiver");
  }

  @Test
  void who_withdraws_after_the_claim_is_not_dialled() {
    BOSTON.knows(ada.who("given", "care-calls", "call"));
    assertThat(call.asksFor(ada.id()).getBoolean("allowed")).isTrue();

    BOSTON
        .hears(ada.id(), "withdrawn", "care-calls", "call")
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("consents", hasSize(1))
        .body("consents.state", contains("withdrawn"));

    assertRefused("consent-withdrawn");
  }

  @Test
  void who_declined_from_the_start_is_not_dialled() {
    BOSTON.knows(ada.who("declined", "care-calls", "call").who("given", "marketing", "sms"));

    assertRefused("consent-withdrawn");
  }

  @Test
  void who_changes_their_mind_is_dialled_again() {
    BOSTON.knows(ada.who("declined", "care-calls", "call"));

    BOSTON.hears(ada.id(), "given", "care-calls", "call").then().statusCode(200);

    assertThat(call.asksFor(ada.id()).getBoolean("allowed")).isTrue();
  }

  @Test
  void an_answer_that_is_older_than_the_standing_one_does_not_win() {
    BOSTON.knows(ada);
    BOSTON.hears(ada.id(), "withdrawn", "care-calls", "call").then().statusCode(200);

    BOSTON
        .request()
        .body(
            Map.of(
                "purpose", "care-calls",
                "channel", "call",
                "state", "given",
                "wording", "v1",
                "at", "2025-01-01T10:00:00Z"))
        .put("/customers/{id}/consents", ada.id())
        .then()
        .statusCode(200)
        .body("consents.state", contains("withdrawn"));

    assertRefused("consent-withdrawn");
  }

  @Test
  void the_same_answer_again_is_one_answer() {
    BOSTON.knows(ada);
    BOSTON.hears(ada.id(), "given", "reminders", "sms").then().body("version", equalTo(2));

    BOSTON.hears(ada.id(), "given", "reminders", "sms").then().body("version", equalTo(2));
  }

  @Test
  void do_not_call_is_stored_before_it_is_confirmed() throws SQLException {
    BOSTON.knows(ada.who("given", "care-calls", "call"));

    call.hearsDoNotCall(ada.id()).then().statusCode(204);

    assertThat(
            new Ledger(database)
                .count(
                    "select count(*) from customer where do_not_call and do_not_call_in = '%s' and id = '%s'"
                        .formatted(call.call(), ada.id())))
        .isEqualTo(1);
    assertRefused("do-not-call");
    BOSTON.greets(ada.id()).then().body("doNotCall", equalTo(true));
  }

  @Test
  void what_a_call_reports_twice_counts_once() {
    BOSTON.knows(ada);

    for (int i = 0; i < 2; i++) {
      call.hearsDoNotCall(ada.id()).then().statusCode(204);
      call.reachesSomebodyElse(ada.id(), phone).then().statusCode(204);
      call.hearsOfDeath(ada.id()).then().statusCode(204);
    }

    assertThat(BOSTON.reads(ada.id()).getLong("version")).isEqualTo(4);
  }

  @Test
  void the_dead_are_not_called() {
    BOSTON.knows(ada.withCaregiver("Ngozi", "daughter", daughters, "everything"));

    call.hearsOfDeath(ada.id()).then().statusCode(204);

    assertRefused("deceased");
    BOSTON.greets(ada.id()).then().body("status", equalTo("deceased"));
  }

  @Test
  void after_a_wrong_number_the_next_in_rank_is_dialled_then_the_caregiver_then_nobody() {
    String second = Somebody.freshNumber();
    BOSTON.knows(ada.withPhone(second).withCaregiver("Ngozi", "daughter", daughters, "care-calls"));

    assertThat(call.asksFor(ada.id()).getString("number")).isEqualTo(phone);
    call.reachesSomebodyElse(ada.id(), phone).then().statusCode(204);
    assertThat(call.asksFor(ada.id()).getString("number")).isEqualTo(second);
    call.reachesSomebodyElse(ada.id(), second).then().statusCode(204);
    assertThat(call.asksFor(ada.id()).getString("number")).isEqualTo(daughters);
    call.reachesSomebodyElse(ada.id(), daughters).then().statusCode(204);
    assertRefused("no-number");
  }

  @Test
  void a_number_is_found_wrong_by_the_mark_that_came_with_it() {
    String second = Somebody.freshNumber();
    BOSTON.knows(ada.withPhone(second));
    String mark = call.asksFor(ada.id()).getString("numberMark");

    call.reachesSomebodyElseAt(ada.id(), mark).then().statusCode(204);
    call.reachesSomebodyElseAt(ada.id(), mark).then().statusCode(204);

    assertThat(call.asksFor(ada.id()).getString("number")).isEqualTo(second);
    call.reachesSomebodyElseAt(ada.id(), "short").then().statusCode(400);
  }

  @Test
  void an_agent_who_is_rung_finds_whom_to_greet_and_nothing_of_their_health() {
    BOSTON.knows(ada);
    BOSTON.bears(ada.id(), "J01C", "penicillin").then().statusCode(200);
    Counter agent = Counter.ofChain("ann", "agent");

    var cards = agent.finds(phone);

    assertThat(cards).hasSize(1);
    assertThat(cards.getFirst())
        .containsEntry("id", ada.id().toString())
        .containsEntry("allergies", java.util.List.of());
    agent.opens(ada.id()).then().statusCode(403);
  }

  @Test
  void a_number_wrong_for_one_is_right_for_another() {
    var obi = Somebody.isNew().with("givenName", "Obi").withPhone(phone);
    BOSTON.knows(ada);
    BOSTON.knows(obi);

    call.reachesSomebodyElse(ada.id(), phone).then().statusCode(204);

    assertRefused("no-number");
    assertThat(call.asksFor(obi.id()).getString("number")).isEqualTo(phone);
  }

  @Test
  void a_number_that_is_not_on_file_changes_nothing() {
    BOSTON.knows(ada);

    call.reachesSomebodyElse(ada.id(), daughters).then().statusCode(204);

    assertThat(BOSTON.reads(ada.id()).getLong("version")).isEqualTo(1);
  }

  @Test
  void a_customer_nobody_knows_is_refused_by_name() {
    JsonPath permit = call.asksFor(UUID.randomUUID());

    assertThat(permit.getBoolean("allowed")).isFalse();
    assertThat(permit.getString("reason")).isEqualTo("customer-unknown");
  }

  @Test
  void a_call_cannot_report_on_a_customer_nobody_knows() {
    call.hearsDoNotCall(UUID.randomUUID()).then().statusCode(404);
    call.hearsOfDeath(UUID.randomUUID()).then().statusCode(404);
    call.reachesSomebodyElse(UUID.randomUUID(), phone).then().statusCode(404);
    call.notes(UUID.randomUUID(), "a note").then().statusCode(404);
  }

  @Test
  void an_erased_customer_is_refused_by_name_and_seen_by_nobody() throws SQLException {
    BOSTON.knows(ada);
    new Ledger(database)
        .change(
            "update customer set status = 'ERASED', data_key = null, person = null, registration = null where id = '%s'"
                .formatted(ada.id()));

    assertRefused("erased");
    BOSTON.opens(ada.id()).then().statusCode(404);
    assertThat(BOSTON.finds(phone)).isEmpty();
    BOSTON
        .registers(ada)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:customer-id-taken"));
  }

  @Test
  void a_note_is_written_once_and_read_by_the_pharmacist() {
    BOSTON.knows(ada);
    String first =
        call.notes(ada.id(), "Feels dizzy.\nCall her daughter.").jsonPath().getString("noteId");

    assertThat(
            call.notes(ada.id(), "Feels dizzy.\nCall her daughter.").jsonPath().getString("noteId"))
        .isEqualTo(first);
    call.notes(ada.id(), "Better now.").then().statusCode(200);

    Counter.ofChain("paula", "pharmacist")
        .readsNotes(ada.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.text", containsInAnyOrder("Feels dizzy.\nCall her daughter.", "Better now."))
        .body("items[0].author", equalTo(FollowUp.AGENT))
        .body("items[0].callId", equalTo(call.call().toString()));
  }

  private void assertRefused(String reason) {
    JsonPath permit = call.asksFor(ada.id());
    assertThat(permit.getBoolean("allowed")).isFalse();
    assertThat(permit.getString("reason")).isEqualTo(reason);
    assertThat(permit.getMap("")).doesNotContainKeys("number", "callee");
  }
}
