package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events of sales and customers to planned calls, over the real broker and database. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class SchedulingIT {

  private static Chain chain;

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

  @Test
  void a_first_purchase_late_at_night_is_called_at_nine_the_next_morning() {
    SaleEvent sale = SaleMother.lastNight().build();

    JsonPath call = chain.sells(sale, 1).getFirst();

    assertThat(call.getString("programme")).isEqualTo("wellbeing");
    assertThat(call.getString("state")).isEqualTo("planned");
    assertThat(call.getString("dueAt")).isEqualTo("2026-03-10T13:00:00Z");
    assertThat(call.getString("closesAt")).isEqualTo("2026-03-11T00:00:00Z");
    assertThat(call.getString("dueExplained"))
        .isEqualTo("sale Mon 23:50, 8 h later 07:50, window 09:00–12:00 → Tue 10 Mar 09:00");
    assertThat(call.getString("reason"))
        .isEqualTo(
            "First purchase; bought Medicine of class R05DA04 at store boston-1 on Mon 9 Mar");
    assertThat(call.getList("script.lines")).hasSizeGreaterThan(3);
    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_SCHEDULED, call.getString("id"));
    assertThat(told.get("state").asText()).isEqualTo("planned");
    assertThat(told.get("saleId").asText()).isEqualTo(sale.saleId().toString());
    assertThat(told.get("version").asLong()).isEqualTo(1);
  }

  @Test
  void a_sale_deserves_one_call_per_programme_and_step_however_often_it_is_told() {
    SaleEvent sale =
        SaleMother.lastNight()
            .line("J01CA04", 10, "prescription")
            .line("J01FA10", 10, "prescription")
            .line("B01AA03", 30, "long-term", "first-of-class")
            .build();

    chain.tells(sale);
    chain.tells(sale);
    List<JsonPath> calls = chain.sells(sale, 7);
    chain.settles();

    assertThat(Chain.callsOf(sale)).hasSize(7);
    assertThat(calls)
        .extracting(call -> call.getString("programme") + "/" + call.getInt("step"))
        .containsExactlyInAnyOrder(
            "wellbeing/1",
            "antibiotic/1",
            "new-long-term/1",
            "new-long-term/2",
            "high-alert/1",
            "high-alert/2",
            "refill/1");
  }

  @Test
  void the_trace_of_the_sale_goes_on_with_its_calls() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    SaleEvent sale = SaleMother.lastNight().build();

    chain.tells(sale, trace);

    String call = chain.callsOf(sale, 1).getFirst().getString("id");
    var told = chain.followUps.awaitRecord(EventTypes.FOLLOW_UP_SCHEDULED, call);
    assertThat(EventProbe.header(told, "traceparent")).contains("0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void a_void_cancels_what_the_sale_caused() {
    SaleEvent sale = SaleMother.lastNight().line("J01CA04", null).build();
    List<JsonPath> calls = chain.sells(sale, 2);

    chain.tells(SaleMother.again(sale).voided().build());

    for (JsonPath call : calls) {
      JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, call.getString("id"));
      assertThat(told.get("cancelReason").asText()).isEqualTo("sale-voided");
      assertThat(told.get("version").asLong()).isEqualTo(2);
    }
    assertThat(Desk.agent("ann").claimIfAny()).isEmpty();
  }

  @Test
  void a_void_wins_in_whatever_order_the_events_come() {
    SaleEvent sale = SaleMother.lastNight().build();
    SaleEvent voided = SaleMother.again(sale).voided().build();

    chain.tells(voided);
    chain.tells(sale);
    chain.tells(voided);
    chain.settles();

    assertThat(Chain.callsOf(sale)).isEmpty();
  }

  @Test
  void a_return_cancels_a_call_once_all_lines_that_caused_it_are_back() {
    SaleEvent sale =
        SaleMother.at("2026-03-09T15:00:00-04:00")
            .line("J01CA04", null)
            .line("J01FA10", null)
            .line("A02BC01", 30)
            .build();
    chain.sells(sale, 2);

    SaleEvent one = SaleMother.again(sale).returned(1).build();
    chain.tells(one);
    chain.settles();
    assertThat(Chain.callsOf(sale))
        .extracting(call -> call.getString("state"))
        .containsOnly("planned");

    chain.tells(SaleMother.again(one).returned(2).build());
    chain.settles();
    assertThat(Chain.callsOf(sale))
        .extracting(call -> call.getString("programme"), call -> call.getString("state"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("antibiotic", "cancelled"),
            org.assertj.core.groups.Tuple.tuple("refill", "planned"));
  }

  @Test
  void a_late_sale_is_judged_step_by_step() {
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T11:00"));
    // Sold on 27 February: day 3 closed on 2 March, day 10 is yesterday, day 28 is to come.
    SaleEvent sale =
        SaleMother.at("2026-02-27T15:00:00-05:00")
            .line("C09AA02", null, "long-term", "first-of-class", "special-form")
            .build();

    List<JsonPath> calls = chain.sells(sale, 3);

    assertThat(calls)
        .extracting(
            call -> call.getString("programme") + "/" + call.getInt("step"),
            call -> call.getString("state"),
            call -> call.getString("dueAt"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "special-form/1", "too-late", "2026-03-02T14:00:00Z"),
            org.assertj.core.groups.Tuple.tuple(
                "new-long-term/1", "planned", "2026-03-10T13:00:00Z"),
            org.assertj.core.groups.Tuple.tuple(
                "new-long-term/2", "planned", "2026-03-27T13:00:00Z"));
    String late =
        calls.stream()
            .filter(call -> call.getString("state").equals("too-late"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    assertThat(chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, late).get("state").asText())
        .isEqualTo("too-late");
  }

  @Test
  void an_anonymous_sale_makes_no_call() {
    SaleEvent sale = SaleMother.lastNight().anonymous().build();

    chain.tells(sale);
    chain.settles();

    assertThat(Chain.callsOf(sale)).isEmpty();
  }

  @Test
  void a_poison_event_is_parked_with_its_reason_and_stops_nothing() throws InterruptedException {
    SaleEvent poison = SaleMother.lastNight().inZone("Mars/Olympus").build();
    SaleEvent good = SaleMother.lastNight().build();
    try (EventProbe parked = EventProbe.on(Topics.DEAD_LETTERS + "follow-up");
        EventProbe sales = EventProbe.on(Topics.SALES)) {
      sales.sendRaw("no-uuid", new byte[] {1, 2, 3}, Map.of());

      chain.tells(poison);
      chain.tells(good);

      chain.callsOf(good, 1);
      var record = parked.awaitRecord(event -> poison.saleId().toString().equals(event.key()));
      assertThat(record.headers())
          .anyMatch(header -> new String(header.value()).contains("Mars/Olympus"));
      parked.awaitRecord(event -> "no-uuid".equals(event.key()));
      assertThat(Chain.callsOf(poison)).isEmpty();
    }
  }

  @Test
  void a_thousand_sales_at_once_are_all_planned() {
    List<SaleEvent> many =
        IntStream.range(0, 1_000).mapToObj(i -> SaleMother.lastNight().build()).toList();

    many.forEach(chain::tells);

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Chain.count("select count(*) from call") == 1_000);
    assertThat(Chain.count("select count(distinct cause_id) from call where state = 'planned'"))
        .isEqualTo(1_000);
  }
}
