package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a draft would have made of the past, and what of that cannot be known. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class SimulationIT {

  private static Chain chain;
  private final Desk cora = Desk.careManager("cora");

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

  @AfterEach
  void forget() {
    Cough.forget();
  }

  @Test
  void a_draft_is_tried_out_on_the_sales_of_the_last_month() {
    for (int day = 1; day <= 3; day++) {
      chain.sells(SaleMother.at("2026-03-0%dT15:00:00-05:00".formatted(day)).first().build(), 1);
    }
    chain.sells(SaleMother.at("2025-12-01T15:00:00-05:00").first().build(), 1);
    Cough.drafted(Cough.PROGRAMME.formatted(2)).statusCode(200);

    cora.request()
        .body("{\"days\": 30}")
        .post("/programmes/cough/simulate")
        .then()
        .statusCode(200)
        .body("sales", equalTo(3))
        .body("complete", equalTo(true))
        .body("calls", equalTo(3))
        .body("skills[0].skill", equalTo("pharmacist"))
        .body("skills[0].hours", equalTo(0.3f))
        .body("days.date", equalTo(List.of("2026-03-03", "2026-03-04", "2026-03-05")))
        .body("said", containsString("this would have made 3 calls, 0.3 pharmacist hours"));
    assertThat(Chain.count("select count(*) from call where programme = 'cough'")).isZero();
  }

  @Test
  void recalls_and_resolved_complaints_of_the_last_month_are_tried_too() {
    SaleEvent sale = SaleMother.at("2026-03-02T15:00:00-05:00").first().build();
    chain.sells(sale, 1);
    happened("product-recalled", sale, "2026-03-05T12:00:00Z");
    happened("complaint-resolved", sale, "2026-03-06T12:00:00Z");
    happened("complaint-resolved", sale, "2026-01-06T12:00:00Z");

    drafted("{\"atc\": [\"R05\"]}", "{\"event\": \"complaint-resolved\"}");

    tried()
        .body("sales", equalTo(1))
        .body("events", equalTo(1))
        .body("calls", equalTo(1))
        .body("days.date", equalTo(List.of("2026-03-09")))
        .body("said", containsString("On 1 sale and 1 recall or resolved complaint"))
        .body("notCounted", hasItem(containsString("sales that are not known here")));
  }

  @Test
  void segments_are_those_of_today_and_the_answer_says_so() {
    SaleEvent elderly = SaleMother.at("2026-03-02T15:00:00-05:00").first().build();
    SaleEvent other = SaleMother.at("2026-03-02T16:00:00-05:00").first().build();
    chain.tellsSegments(CustomerMother.customer(elderly.customerId()).build(), List.of("elderly"));
    chain.sells(elderly, 1);
    chain.sells(other, 1);
    Awaitility.await().until(() -> Chain.count("select count(*) from known_customer") == 1);

    drafted("{\"atc\": [\"R05\"]}", "{\"segment\": \"elderly\"}");

    tried()
        .body("calls", equalTo(1))
        .body("notCounted", hasItem(containsString("Segments are kept as they stand today")));
  }

  @Test
  void a_reminder_that_the_next_purchase_made_needless_is_not_counted() {
    UUID ada = UUID.randomUUID();
    String late = "{\"days-from-refill-due\": -7}";
    // Bought again before the reminder was due, and after; the last is not due yet.
    for (String day : List.of("2026-02-12", "2026-02-14", "2026-02-26")) {
      chain.tells(SaleMother.at(day + "T10:00:00-05:00").of(ada).line("R05CB01", 10).build());
    }
    chain.settles();

    drafted("{\"day\": 2}", late);

    tried().body("sales", equalTo(4)).body("calls", equalTo(2));
  }

  @Test
  void birthdays_are_counted_by_the_offers_there_were() {
    Chain.sql(
        """
        insert into message (id, cause_id, customer_id, due_at, closes_at, lapses_at, programme_version, step, priority,
          opens, closes, zone, programme, template, purpose, state, explained)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '2026-03-04T14:00:00Z', '2026-03-05T00:00:00Z',
          '2026-03-05T00:00:00Z', 1, 1, 4, '09:00', '20:00', 'America/New_York', 'cough', 'birthday', 'marketing', 'expired', 'x'
        from generate_series(1, 3)
        """);

    drafted("{\"atc\": [\"R05\"]}", "{\"calendar\": \"birthday\"}");

    tried()
        .body("offers", equalTo(3))
        .body("messages", equalTo(3))
        .body("days.date", equalTo(List.of("2026-03-04")))
        .body("notCounted", hasItem(containsString("come as offers from the customer file")));
  }

  private static void happened(String event, SaleEvent sale, String at) {
    Chain.sql(
        "insert into known_event (id, event, sale_id, at, lines) values ('%s', '%s', '%s', '%s', '{}')"
            .formatted(UUID.randomUUID(), event, sale.saleId(), at));
  }

  private static void drafted(String text, String other) {
    Cough.drafted(Cough.PROGRAMME.formatted(2).replace(text, other)).statusCode(200);
  }

  private ValidatableResponse tried() {
    return cora.request()
        .body("{\"days\": 30}")
        .post("/programmes/cough/simulate")
        .then()
        .statusCode(200);
  }
}
