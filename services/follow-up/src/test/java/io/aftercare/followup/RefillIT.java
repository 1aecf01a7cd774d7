package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders before a medicine runs out. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class RefillIT {

  private static Chain chain;
  private final UUID customer = UUID.randomUUID();

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
  void is_due_a_week_before_the_supply_ends() {
    JsonPath call = chain.sells(pickUp("2026-03-02"), 1).getFirst();

    assertThat(call.getString("programme")).isEqualTo("refill");
    assertThat(call.getString("dueAt")).isEqualTo("2026-03-25T13:00:00Z");
    assertThat(call.getString("dueExplained"))
        .startsWith("supply used up on Wed 1 Apr, 7 days before, window 09:00–20:00");
  }

  @Test
  void closes_by_itself_when_the_customer_buys_and_what_was_left_shifts_the_next() {
    SaleEvent first = pickUp("2026-02-20");
    String reminder = chain.sells(first, 1).getFirst().getString("id");

    SaleEvent early = pickUp("2026-03-10");
    JsonPath next = chain.sells(early, 1).getFirst();

    assertThat(chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, reminder).get("cancelReason").asText())
        .isEqualTo("refilled");
    // Twelve days were left on the tenth: 60 days from 20 February, less a week.
    assertThat(next.getString("dueAt")).isEqualTo("2026-04-14T13:00:00Z");
  }

  @Test
  void another_medicine_closes_nothing() {
    SaleEvent first = pickUp("2026-02-20");
    chain.sells(first, 1);

    chain.sells(
        SaleMother.at("2026-03-10T10:00:00-04:00").of(customer).line("C10AA05", 30).build(), 1);

    assertThat(Chain.callsOf(first).getFirst().getString("state")).isEqualTo("planned");
  }

  @Test
  void comes_back_when_the_purchase_that_closed_it_is_void() {
    SaleEvent first = pickUp("2026-02-20");
    String reminder = chain.sells(first, 1).getFirst().getString("id");
    SaleEvent early = pickUp("2026-03-10");
    chain.sells(early, 1);
    chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, reminder);

    chain.tells(SaleMother.again(early).voided().build());

    chain.followUps.await(
        EventTypes.FOLLOW_UP_SCHEDULED,
        reminder,
        told -> told.get("version").asLong() == 3 && told.get("state").asText().equals("planned"));
    assertThat(Chain.callsOf(first).getFirst().getString("dueAt"))
        .isEqualTo("2026-03-16T13:00:00Z");
  }

  @Test
  void a_sale_that_is_told_late_shifts_the_reminder_of_a_younger_one() {
    SaleEvent younger = pickUp("2026-03-10");
    chain.sells(younger, 1);

    SaleEvent older = pickUp("2026-02-20");
    chain.tells(older);
    chain.settles();

    assertThat(Chain.callsOf(older).getFirst().getString("cancelReason")).isEqualTo("refilled");
    assertThat(Chain.callsOf(younger).getFirst().getString("dueAt"))
        .isEqualTo("2026-04-14T13:00:00Z");
  }

  @Test
  void both_in_one_batch_make_one_reminder() {
    SaleEvent first = pickUp("2026-02-20");
    SaleEvent early = pickUp("2026-03-10");
    chain.tells(first);
    chain.tells(early);
    chain.settles();

    assertThat(
            Chain.count(
                "select count(*) from call where programme = 'refill' and state = 'planned'"))
        .isEqualTo(1);
    assertThat(Chain.callsOf(early).getFirst().getString("dueAt"))
        .isEqualTo("2026-04-14T13:00:00Z");
  }

  @Test
  void a_purchase_that_was_missed_is_seen_before_the_dial() {
    SaleEvent first = pickUp("2026-02-12");
    chain.sells(first, 1);
    SaleEvent again = pickUp("2026-03-10");
    chain.sells(again, 1);
    // As if the two had been told in the same moment to two instances.
    Chain.sql(
        "update call set state = 'planned', cancel_reason = null where cause_id = '%s'"
            .formatted(first.saleId()));
    Desk ann = Desk.agent("ann");

    ann.asksToDial(ann.claim()).statusCode(409).body("reason", equalTo("refilled"));

    assertThat(Chain.callsOf(first).getFirst().getString("cancelReason")).isEqualTo("refilled");
  }

  private SaleEvent pickUp(String date) {
    return SaleMother.at(date + "T10:00:00-05:00").of(customer).line("C09AA03", 30).build();
  }
}
