package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs in the customer's file is stored there before anything is stored here. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class FileFirstIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");
  private SaleEvent sale;

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void oneCallIsDue() {
    Chain.freshMorning();
    sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
  }

  @Test
  void do_not_call_is_stored_in_the_file_first_and_takes_every_other_call_away() {
    // Due in some days, so that it is not spoken of in the same conversation.
    SaleEvent other =
        SaleMother.at("2026-03-09T23:50:00-04:00")
            .of(sale.customerId())
            .line("J01CA04", 7, "prescription")
            .build();
    String remaining = chain.sells(other, 1).getFirst().getString("id");
    InHand call = permitted(ann);

    ann.says(call, "do-not-call").statusCode(200).body("state", equalTo("done"));

    assertThat(Chain.fileHeard(sale.customerId()))
        .anyMatch(heard -> heard.startsWith("do-not-call"));
    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, remaining);
    assertThat(told.get("cancelReason").asText()).isEqualTo("do-not-call");
    bob.asksForWork().statusCode(204);
  }

  @Test
  void a_death_stops_everything() {
    chain.sells(SaleMother.lastNight().of(sale.customerId()).build(), 1);

    ann.works("deceased");

    assertThat(Chain.fileHeard(sale.customerId())).anyMatch(heard -> heard.startsWith("deceased"));
    assertThat(Chain.count("select count(*) from call where state in ('planned', 'held')"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"do-not-call", "deceased", "wrong-number"})
  void what_cannot_be_stored_in_the_file_is_not_confirmed(String disposition) {
    InHand call = permitted(ann);
    Chain.fileAnswers(sale.customerId(), "broken");

    ann.says(call, disposition)
        .statusCode(503)
        .header("Retry-After", "2")
        .body("type", equalTo("urn:aftercare:problem:profile-unavailable"));

    ann.looksAtHand().statusCode(200).body("id", equalTo(call.id())).body("attempts", equalTo(0));
  }

  @Test
  void a_note_is_kept_in_the_file_and_only_its_id_here() {
    InHand call = permitted(ann);

    ann.says(call, Map.of("disposition", "done-problem", "note", "Tastes of canary-17"))
        .statusCode(200);

    assertThat(Chain.fileHeard(sale.customerId()))
        .anyMatch(
            heard ->
                heard.startsWith("notes")
                    && heard.contains("canary-17")
                    && heard.contains(ann.subject()));
    assertThat(Chain.count("select count(*) from attempt where note_id is not null")).isEqualTo(1);
    for (String table : List.of("call", "attempt", "permit", "outbox")) {
      assertThat(
              Chain.count(
                  "select count(*) from %s t where t::text like '%%canary%%'".formatted(table)))
          .isZero();
    }
  }

  @Test
  void a_note_that_cannot_be_kept_keeps_the_outcome_back() {
    InHand call = permitted(ann);
    Chain.fileAnswers(sale.customerId(), "away");

    ann.says(call, Map.of("disposition", "done-well", "note", "All is well")).statusCode(503);

    assertThat(Chain.count("select count(*) from attempt")).isZero();
    Chain.fileAnswers(sale.customerId(), "{\"allowed\": true}");
    ann.says(call, Map.of("disposition", "done-well", "note", "All is well")).statusCode(200);
  }

  private InHand permitted(Desk who) {
    InHand call = who.claim();
    who.asksToDial(call).statusCode(200);
    return call;
  }
}
