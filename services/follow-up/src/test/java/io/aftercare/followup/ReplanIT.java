package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.call.Releases;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Calls that were planned by other rules than those of today: a Sunday that was a working day, a
 * holiday nobody knew of.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class ReplanIT {

  private static final String MEANT = "2026-03-10T13:00:00Z";
  private static Chain chain;
  private final List<SaleEvent> sales = new ArrayList<>();

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void fiveCallsByOldRules() {
    Chain.freshMorning();
    for (int i = 0; i < 5; i++) {
      sales.add(SaleMother.lastNight().build());
      chain.sells(sales.getLast(), 1);
    }
    Chain.sql(
        "update call set due_at = due_at + interval '5 days', closes_at = closes_at + interval '5 days',"
            + " lapses_at = lapses_at + interval '5 days', rule = 1");
  }

  @Test
  void a_preview_says_what_would_move_and_moves_nothing() {
    JsonPath preview = replans("{\"preview\": true}");

    assertThat(preview.getInt("looked")).isEqualTo(5);
    assertThat(preview.getInt("programmes.wellbeing.earlier")).isEqualTo(5);
    assertThat(preview.getInt("programmes.wellbeing.kept")).isZero();
    assertThat(due(0)).isEqualTo("2026-03-15T13:00:00Z");
  }

  @Test
  void what_moves_is_told_and_bears_the_rule_that_moved_it() {
    replans("{\"preview\": false}");

    assertThat(due(4)).isEqualTo(MEANT);
    assertThat(Chain.count("select count(*) from call where rule = 2")).isEqualTo(5);
    chain.followUps.await(
        EventTypes.FOLLOW_UP_SCHEDULED,
        Chain.callsOf(sales.getFirst()).getFirst().getString("id"),
        told -> told.get("version").asInt() == 2 && told.get("dueAt").asText().equals(MEANT));
    assertThat(replans("{\"preview\": true}").getInt("programmes.wellbeing.kept")).isEqualTo(5);
  }

  @Test
  void many_are_walked_through_in_parts() {
    JsonPath first = replans("{\"preview\": false, \"limit\": 3}");
    assertThat(first.getInt("looked")).isEqualTo(3);
    assertThat(Chain.count("select count(*) from call where rule = 2")).isEqualTo(3);

    JsonPath second =
        replans(
            "{\"preview\": false, \"limit\": 3, \"after\": \"%s\"}"
                .formatted(first.getString("next")));

    assertThat(second.getInt("looked")).isEqualTo(2);
    assertThat(second.getString("next")).isNull();
    assertThat(Chain.count("select count(*) from call where rule = 2")).isEqualTo(5);
  }

  @Test
  void a_release_with_other_zone_data_or_holidays_moves_them_by_itself_and_says_what() {
    Chain.sql(
        "insert into planned_by (rules, planned_at) values ('zones 2025a', now())"
            + " on conflict (one) do update set rules = excluded.rules");

    Releases.starts("zones 2025b");

    assertThat(due(0)).isEqualTo(MEANT);
    Desk.careManager("cora")
        .request()
        .get("/replans/last")
        .then()
        .statusCode(200)
        .body("rules", equalTo("zones 2025b"))
        .body("moved.wellbeing.earlier", equalTo(5));
    Releases.starts("zones 2025b");
    assertThat(Chain.count("select count(*) from call where version = 2")).isEqualTo(5);
  }

  @Test
  void a_call_in_somebodys_hands_is_left_to_them() {
    Chain.sql("update call set due_at = due_at - interval '5 days'");
    Desk ann = Desk.agent("ann");
    Desk.InHand call = ann.claim();

    assertThat(replans("{\"preview\": false}").getInt("looked")).isEqualTo(4);

    ann.asksToDial(call).statusCode(200);
  }

  @Test
  void what_makes_no_sense_is_refused() {
    Desk.careManager("cora")
        .request()
        .body("{\"limit\": 0, \"programme\": \"A B\"}")
        .post("/replans")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("preview"));
  }

  private static JsonPath replans(String body) {
    return Desk.careManager("cora")
        .request()
        .body(body)
        .post("/replans")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String due(int which) {
    return Chain.callsOf(sales.get(which)).getFirst().getString("dueAt");
  }
}
