package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class AuditIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter PAULA = Counter.ofChain("paula", "pharmacist");
  private static final String TILL = Tokens.subject("till-boston-1");

  @Inject AgroalDataSource database;

  private Ledger ledger;
  private String phone;
  private Somebody ada;
  private FollowUp call;

  @BeforeEach
  void meet() {
    ledger = new Ledger(database);
    phone = Somebody.freshNumber();
    ada = Somebody.isNew().withPhone(phone);
    call = FollowUp.calling();
    BOSTON.knows(ada);
  }

  @Test
  void every_reading_is_on_record_with_who_and_what() throws SQLException {
    BOSTON.registers(ada);
    BOSTON.opens(ada.id());
    BOSTON.greets(ada.id());
    BOSTON.searches(phone);
    BOSTON.hears(ada.id(), "given", "care-calls", "call");
    BOSTON.corrects(ada.id(), "\"2\"", Somebody.isNew().with("id", ada.id().toString()));
    BOSTON.bears(ada.id(), "J01C", "penicillin");
    PAULA.readsNotes(ada.id());

    assertThat(ledger.readsOf(ada.id()))
        .extracting(Ledger.Read::what)
        .containsExactly(
            "POST /customers",
            "GET /customers/{id}",
            "GET /customers/{id}/card",
            "POST /customers/search",
            "PUT /customers/{id}/consents",
            "PUT /customers/{id}",
            "PUT /customers/{id}/allergies",
            "GET /customers/{id}/notes");
    assertThat(ledger.readsOf(ada.id()))
        .extracting(Ledger.Read::who)
        .containsExactly(TILL, TILL, TILL, TILL, TILL, TILL, TILL, Tokens.subject("paula"));
    assertThat(ledger.readsOf(ada.id()).getFirst().store()).isEqualTo("boston-1");
  }

  @Test
  void a_permit_is_a_reading_by_the_agent() throws SQLException {
    call.asks(ada.id());

    assertThat(ledger.readsOf(ada.id()))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.who()).isEqualTo(FollowUp.AGENT);
              assertThat(read.what())
                  .isEqualTo(
                      "POST /customers/{id}/permit, call %s, asked by %s"
                          .formatted(call.call(), Tokens.subject("follow-up")));
            });
  }

  @Test
  void a_search_lists_all_it_found_in_one_record() throws SQLException {
    var obi = Somebody.isNew().withPhone(phone);
    BOSTON.knows(obi);

    BOSTON.searches(phone);

    assertThat(ledger.readsOf(obi.id()))
        .singleElement()
        .satisfies(
            read -> assertThat(read.customers()).containsExactlyInAnyOrder(ada.id(), obi.id()));
  }

  @Test
  void who_sees_nothing_leaves_no_record() throws SQLException {
    Counter.of("salem-1").opens(ada.id()).then().statusCode(404);

    assertThat(ledger.readsOf(ada.id())).isEmpty();
  }

  @Test
  void no_record_no_read() throws SQLException {
    List<Supplier<Response>> readings =
        List.of(
            () -> BOSTON.registers(ada),
            () -> BOSTON.opens(ada.id()),
            () -> BOSTON.greets(ada.id()),
            () -> BOSTON.searches(phone),
            () -> BOSTON.hears(ada.id(), "given", "care-calls", "call"),
            () ->
                BOSTON.corrects(
                    ada.id(), "\"1\"", Somebody.isNew().with("id", ada.id().toString())),
            () -> PAULA.readsNotes(ada.id()),
            () -> call.asks(ada.id()));
    ledger.change("alter table access_log add constraint full_up check (id < 0) not valid");
    try {
      for (int i = 0; i < readings.size(); i++) {
        Response answer = readings.get(i).get();
        assertThat(answer.statusCode()).as("reading " + i).isGreaterThanOrEqualTo(500);
        assertThat(answer.body().asString()).doesNotContain("Ada", phone);
      }
    } finally {
      ledger.change("alter table access_log drop constraint full_up");
    }
    assertThat(BOSTON.reads(ada.id()).getLong("version")).isEqualTo(1);
  }
}
