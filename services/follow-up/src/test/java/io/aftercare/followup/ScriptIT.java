package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The questions of a call: asked in order, answered as data, and never lost. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class ScriptIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");
  private final Desk pia = Desk.pharmacist("pia");

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
    chain.sells(SaleMother.lastNight().build(), 1);
  }

  @Test
  void one_answer_leads_to_the_next_question() {
    InHand call = ann.talks();

    ann.readsScript(call.id(), "en-US").statusCode(200).body("next", equalTo("effect"));
    ann.answers(call, Map.of("effect", "better")).body("next", equalTo("started"));
    ann.answers(call, Map.of("started", "no")).body("next", equalTo("why-not-taken"));
    ann.answers(call, Map.of("started", "yes"))
        .body("next", equalTo("missed-doses"))
        .body("questions.find { it.id == 'why-not-taken' }.asked", equalTo(false));
    ann.answers(call, Map.of("missed-doses", 2)).body("next", equalTo("why-missed"));
    ann.answers(call, Map.of("missed-doses", 0)).body("next", equalTo("side-effects"));
    ann.answers(
            call,
            Map.of(
                "side-effects",
                "mild",
                "side-effect-kinds",
                List.of("nausea", "rash"),
                "worries",
                List.of("none"),
                "new-problems",
                "no",
                "questions",
                "none"))
        .statusCode(200)
        .body("next", nullValue())
        .body("answers.side-effect-kinds", equalTo(List.of("nausea", "rash")))
        .body("answers.missed-doses", equalTo(0));
  }

  @Test
  void the_words_are_in_the_customers_language_and_the_programmes_own() {
    SaleEvent antibiotic = SaleMother.lastNight().line("J01CA04", 7, "prescription").build();
    String later =
        chain.sells(antibiotic, 2).stream()
            .filter(call -> call.getString("programme").equals("antibiotic"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    InHand call = ann.talks();

    ann.readsScript(call.id(), "th")
        .body("language", equalTo("th"))
        .body("interview", equalTo("general"))
        .body("questions.find { it.id == 'started' }.text", containsString("ยา"));
    ann.readsScript(call.id(), "zh-Hans").body("language", equalTo("zh"));
    ann.readsScript(call.id(), "fr").body("language", equalTo("en"));
    pia.readsScript(later, "en").body("interview", equalTo("antibiotic"));
  }

  @Test
  void what_fits_is_kept_beside_what_does_not() {
    InHand call = ann.talks();

    ann.answers(call, Map.of("effect", "worse", "missed-doses", -1, "colour", "red"))
        .statusCode(200)
        .body("answers", equalTo(Map.of("effect", "worse")))
        .body("refused", hasSize(2))
        .body("refused.find { it.question == 'missed-doses' }.message", containsString("0 to 56"));
    ann.answers(call, Map.of("effect", "splendid"))
        .statusCode(400)
        .body("violations[0].field", equalTo("answers.effect"))
        .body("violations[0].message", containsString("better, same, worse"));
    ann.readsScript(call.id(), "en").body("answers", equalTo(Map.of("effect", "worse")));
  }

  @Test
  void the_outcome_tells_the_answers_in_codes_and_numbers() {
    InHand call = ann.talks();
    ann.answers(call, Map.of("effect", "better", "missed-doses", 2)).statusCode(200);
    ann.answers(call, Map.of("side-effect-kinds", List.of("nausea", "rash"))).statusCode(200);

    ann.says(call, "done-well").statusCode(200);

    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_COMPLETED, call.id());
    assertThat(told.get("channel").asText()).isEqualTo("call");
    assertThat(told.get("causeId").asText()).isEqualTo(told.get("saleId").asText());
    assertThat(told.get("totalSeconds").isInt()).isTrue();
    assertThat(told.get("costMinor").isInt()).isTrue();
    assertThat(told.get("answers").toString())
        .isEqualTo(
            "[{\"question\":\"effect\",\"codes\":[\"better\"]},"
                + "{\"question\":\"missed-doses\",\"number\":2},"
                + "{\"question\":\"side-effect-kinds\",\"codes\":[\"nausea\",\"rash\"]}]");
  }

  @Test
  void an_answer_can_be_taken_back() {
    InHand call = ann.talks();
    ann.answers(call, Map.of("effect", "same"));
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("effect", null);

    ann.answers(call, nothing).statusCode(200).body("answers", equalTo(Map.of()));
  }

  @Test
  void answers_outlive_the_agent_and_the_next_one_goes_on_from_there() {
    InHand call = ann.claim();
    ann.answers(call, Map.of("effect", "same", "started", "yes")).statusCode(200);
    ann.givesBack(call).statusCode(200);

    InHand again = bob.talks();

    assertThat(again.id()).isEqualTo(call.id());
    bob.readsScript(call.id(), "en")
        .body("answers", equalTo(Map.of("effect", "same", "started", "yes")))
        .body("next", equalTo("missed-doses"));
  }

  @Test
  void a_stale_epoch_and_a_stranger_change_and_read_nothing() {
    InHand call = ann.claim();
    ann.answers(call, Map.of("effect", "same")).statusCode(200);
    ann.givesBack(call);
    InHand now = bob.claim();

    ann.answers(call, Map.of("effect", "worse"))
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:stale-epoch"));
    ann.answers(now, Map.of("effect", "worse"))
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:not-your-call"));
    ann.readsScript(call.id(), "en").statusCode(404);
    bob.readsScript(call.id(), "en").body("answers.effect", equalTo("same"));
  }

  @Test
  void a_red_flag_switches_to_the_emergency_path() {
    InHand call = ann.talks();

    ann.answers(call, Map.of("warning-signs", List.of("breathing")))
        .statusCode(200)
        .body("redFlags", equalTo(List.of("breathing")))
        .body("emergency[0]", containsString("Stay on the line"));
    ann.answers(call, Map.of("warning-signs", List.of())).body("emergency", nullValue());
  }

  @Test
  void who_read_and_wrote_is_on_record() {
    InHand call = ann.talks();
    ann.answers(call, Map.of("effect", "same"));
    pia.readsScript(call.id(), "en").statusCode(200);
    ann.says(call, "done-well").statusCode(200);
    ann.says(call, "done-well").statusCode(200);

    assertThat(reads("PUT /calls/{id}/answers", ann)).isEqualTo(1);
    assertThat(reads("GET /calls/{id}/answers", pia)).isEqualTo(1);
    assertThat(reads("POST /calls/{id}/outcome", ann)).isEqualTo(2);
  }

  @Test
  void giving_a_call_back_shows_it_and_is_on_record() {
    ann.givesBack(ann.claim()).statusCode(200);

    assertThat(reads("POST /calls/{id}/release", ann)).isEqualTo(1);
  }

  @Test
  void answers_are_codes_alone() {
    InHand call = ann.talks();

    ann.answers(call, Map.of("side-effect-kinds", List.of("his name is Tom")))
        .statusCode(400)
        .body("violations.message", not(hasItem(containsString("Tom"))));
    assertThat(Chain.count("select count(*) from answer")).isZero();
  }

  private static long reads(String what, Desk who) {
    return Chain.count(
        "select count(*) from access_log where what = '%s' and who = '%s' and cardinality(customers) = 1"
            .formatted(what, who.subject()));
  }
}
