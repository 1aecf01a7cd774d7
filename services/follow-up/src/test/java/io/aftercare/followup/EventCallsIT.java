package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contracts.ComplaintEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.RecallEvent;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that do not come from a sale: after a recall, and after a complaint was resolved. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class EventCallsIT {

  private static Chain chain;
  private static EventProbe sales;
  private static EventProbe feedback;

  @BeforeAll
  static void open() {
    chain = new Chain();
    sales = EventProbe.on(Topics.SALES);
    feedback = EventProbe.on(Topics.FEEDBACK);
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
    sales.close();
    feedback.close();
  }

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

  @Test
  void a_recall_is_called_about_at_once_before_everything_ordinary() {
    SaleEvent sale = twoLines();
    chain.sells(sale, 1);

    recalled(sale, 1);

    JsonPath call = recallOf(sale, 2);
    assertThat(call.getString("state")).isEqualTo("planned");
    assertThat(call.getInt("priority")).isEqualTo(2);
    assertThat(call.getString("dueAt")).isEqualTo("2026-03-10T15:00:00Z");
    assertThat(call.getString("dueExplained"))
        .isEqualTo(
            "product recalled Tue 11:00, 0 h later 11:00, window 09:00–20:00 → Tue 10 Mar 11:00");
    assertThat(call.getString("reason"))
        .isEqualTo(
            "Recalled batch; bought Medicine of class J01CA04 at store boston-1 on Mon 9 Mar");
    assertThat(Desk.agent("ann").claim().programme()).isEqualTo("recall");
  }

  @Test
  void a_recall_that_is_told_before_its_sale_is_called_about_once_and_the_sale_keeps_its_own() {
    SaleEvent sale = twoLines();

    recalled(sale, 1);
    recallOf(sale, 1);
    chain.tells(sale);
    recalled(sale, 1);

    assertThat(chain.callsOf(sale, 2))
        .extracting(call -> call.getString("programme"))
        .containsExactlyInAnyOrder("recall", "antibiotic");
  }

  @Test
  void a_recall_is_called_off_once_its_packs_are_back_and_not_before() {
    SaleEvent sale = twoLines();
    chain.sells(sale, 1);
    recalled(sale, 1);
    recallOf(sale, 2);

    SaleEvent other = SaleMother.again(sale).returned(2).build();
    chain.tells(other);
    chain.settles();
    assertThat(recallOf(sale, 2).getString("state")).isEqualTo("planned");

    chain.tells(SaleMother.again(other).returned(1).build());
    awaitState(sale, "recall", "cancelled");
  }

  @Test
  void a_void_calls_off_the_recall_too() {
    SaleEvent sale = twoLines();
    chain.sells(sale, 1);
    recalled(sale, 1);
    recallOf(sale, 2);

    chain.tells(SaleMother.again(sale).voided().build());

    awaitState(sale, "recall", "cancelled");
  }

  @Test
  void no_cap_holds_a_recall_back() {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    Desk ann = Desk.agent("ann");
    ann.works("done-well");

    recalled(sale, 1);
    recallOf(sale, 2);

    Desk.InHand call = ann.claim();
    assertThat(call.programme()).isEqualTo("recall");
    ann.asksToDial(call).statusCode(200);
  }

  @Test
  void an_anonymous_sale_is_not_called_about_a_recall() {
    SaleEvent sale = SaleMother.lastNight().anonymous().build();
    chain.tells(sale);

    recalled(sale, 1);
    chain.settles();

    assertThat(Chain.callsOf(sale)).isEmpty();
  }

  @Test
  void a_complaint_that_was_resolved_is_asked_about_three_days_after_and_once() {
    SaleEvent sale = twoLines();
    chain.sells(sale, 1);
    UUID complaint = UUID.randomUUID();

    resolved(complaint, sale);
    resolved(complaint, sale);

    JsonPath call =
        chain.callsOf(sale, 2).stream()
            .filter(each -> each.getString("programme").equals("complaint-confirmation"))
            .findFirst()
            .orElseThrow();
    assertThat(call.getString("dueAt")).isEqualTo("2026-03-13T13:00:00Z");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-13T10:00"));
    Desk ann = Desk.agent("ann");
    Desk.InHand first = ann.claim();
    ann.asksToDial(first).statusCode(200);
    ann.says(first, "no-answer").statusCode(200);
    assertThat(Chain.callsOf(sale))
        .extracting(each -> each.getString("state"))
        .containsOnly("planned");
  }

  private static SaleEvent twoLines() {
    return SaleMother.at("2026-03-09T15:00:00-04:00")
        .line("J01CA04", null)
        .line("R05DA04", null)
        .build();
  }

  private final UUID recall = UUID.randomUUID();

  private void recalled(SaleEvent sale, int line) {
    sales.send(
        EventTypes.PRODUCT_RECALLED,
        recall,
        1,
        new RecallEvent(
            recall,
            1,
            UUID.randomUUID(),
            sale.saleId(),
            sale.customerId(),
            sale.storeId(),
            sale.storeZone(),
            sale.storeCountry(),
            sale.storeRegion(),
            sale.occurredAt().toInstant(),
            "rxnorm",
            "10000",
            null,
            "7K241",
            List.of(line),
            1,
            AdjustableClock.now()));
  }

  private static void resolved(UUID complaint, SaleEvent sale) {
    Instant opened = Instant.parse("2026-03-09T20:00:00Z");
    feedback.send(
        EventTypes.COMPLAINT_RESOLVED,
        complaint,
        2,
        new ComplaintEvent(
            complaint,
            2,
            "resolved",
            sale.customerId(),
            UUID.randomUUID(),
            sale.saleId(),
            sale.storeId(),
            "wait",
            opened,
            AdjustableClock.now()));
  }

  /** The recall's call, among so many of the sale. */
  private static JsonPath recallOf(SaleEvent sale, int calls) {
    return chain.callsOf(sale, calls).stream()
        .filter(call -> call.getString("programme").equals("recall"))
        .findFirst()
        .orElseThrow();
  }

  private static void awaitState(SaleEvent sale, String programme, String state) {
    Awaitility.await(state)
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Chain.callsOf(sale).stream()
                    .anyMatch(
                        call ->
                            call.getString("programme").equals(programme)
                                && call.getString("state").equals(state)));
  }
}
