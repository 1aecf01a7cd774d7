package io.aftercare.simulator.storm;

import static io.aftercare.simulator.storm.Finding.Row.CALLS;
import static io.aftercare.simulator.storm.Finding.Row.CHANGES;
import static io.aftercare.simulator.storm.Finding.Row.CUSTOMERS;
import static io.aftercare.simulator.storm.Finding.Row.EVENTS;
import static io.aftercare.simulator.storm.Finding.Row.FEEDBACK;
import static io.aftercare.simulator.storm.Finding.Row.SALES;
import static io.aftercare.simulator.storm.Finding.Trouble.DOUBLED;
import static io.aftercare.simulator.storm.Finding.Trouble.LOST;
import static io.aftercare.simulator.storm.Finding.Trouble.STALE;
import static io.aftercare.simulator.storm.Finding.Trouble.STRANDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final Contact WELLBEING = new Contact("wellbeing", 1);
  private static final Contact ANTIBIOTIC = new Contact("antibiotic", 1);

  private final SmallStorm storm = new SmallStorm();

  @Test
  void findsNothingWrongWhereAllIsWell() {
    for (Purchase purchase : Purchase.values()) {
      storm.sold(purchase);
    }

    assertThat(storm.reckoned()).isEmpty();
  }

  @Test
  void anAcknowledgedSaleThatIsNotStoredIsLost() {
    storm.acknowledged(storm.posted(Purchase.SYRUP));

    expect(LOST, SALES);
  }

  @Test
  void aSaleNobodyAcknowledgedMayBeMissing() {
    storm.posted(Purchase.SYRUP);

    assertThat(storm.reckoned()).isEmpty();
  }

  @Test
  void aSaleThatIsStoredTwiceIsDoubled() {
    UUID id = storm.sold(Purchase.ANONYMOUS);
    storm.sales.add(new Stored.Sale(UUID.randomUUID(), storm.sale(id).number(), "completed", 1));

    assertThat(storm.reckoned())
        .extracting(Finding::trouble, Finding::row)
        .contains(tuple(DOUBLED, SALES));
  }

  @Test
  void aSaleAcknowledgedAsNewTwiceIsDoubled() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.hears(new Entry.SaleHeard(storm.sale(id).number(), id, true));

    expect(DOUBLED, SALES);
  }

  @Test
  void aSaleAcknowledgedAgainAsRepeatedIsFine() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.hears(new Entry.SaleHeard(storm.sale(id).number(), id, false));

    assertThat(storm.reckoned()).isEmpty();
  }

  @Test
  void anAcknowledgedVoidThatLeftNoTraceIsLost() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.hears(new Entry.Changing(storm.sale(id).number(), Change.VOIDED));
    storm.hears(new Entry.ChangeHeard(storm.sale(id).number()));

    expect(LOST, CHANGES);
  }

  @Test
  void aChangeThatCountedTwiceIsDoubled() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.changed(id, Change.VOIDED);
    storm.sales.replaceAll(sale -> new Stored.Sale(id, sale.number(), sale.status(), 3));
    storm.knownSales.put(id, 3L);

    expect(DOUBLED, CHANGES);
  }

  @Test
  void aDeservedCallThatIsMissingIsLost() {
    storm.sold(Purchase.ANTIBIOTIC);
    storm.calls.removeIf(call -> call.contact().equals(ANTIBIOTIC));

    expect(LOST, CALLS);
  }

  @Test
  void aDeservedCallThatWasCalledOffIsLost() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.calls.clear();
    storm.calls.add(SmallStorm.cancelled(id, WELLBEING, "sale-voided"));

    expect(LOST, CALLS);
  }

  @Test
  void twoCallsForOneContactAreDoubled() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.calls.add(SmallStorm.done(id, WELLBEING, null, "done-well"));

    expect(DOUBLED, CALLS);
  }

  @Test
  void aCallThatWasNeverDeservedIsDoubled() {
    UUID id = storm.sold(Purchase.SYRUP_AGAIN);
    storm.calls.add(SmallStorm.done(id, WELLBEING, null, "done-well"));

    expect(DOUBLED, CALLS);
  }

  @Test
  void anOpenCallOfAVoidedSaleIsStale() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.changed(id, Change.VOIDED);
    storm.calls.clear();
    storm.calls.add(SmallStorm.planned(id, WELLBEING));

    expect(STALE, CALLS);
  }

  @Test
  void aReturnedLineTakesOnlyItsOwnCallAway() {
    UUID id = storm.sold(Purchase.ANTIBIOTIC_AND_SYRUP);
    storm.changed(id, Change.FIRST_LINE_RETURNED);
    storm.calls.clear();
    storm.calls.add(SmallStorm.planned(id, WELLBEING));
    storm.calls.add(SmallStorm.cancelled(id, ANTIBIOTIC, "returned"));

    assertThat(storm.reckoned()).isEmpty();

    storm.calls.removeLast();
    storm.calls.add(SmallStorm.planned(id, ANTIBIOTIC));

    expect(STALE, CALLS);
  }

  @Test
  void anOlderVersionInFollowUpIsStale() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.changed(id, Change.RETURNED);
    storm.knownSales.put(id, 1L);

    expect(STALE, CALLS);
  }

  @Test
  void aCallHeldLongAfterItsLeaseIsStranded() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.calls.clear();
    storm.calls.add(SmallStorm.held(id, WELLBEING, 9.5));

    assertThat(storm.reckoned()).isEmpty();

    storm.calls.clear();
    storm.calls.add(SmallStorm.held(id, WELLBEING, 10.5));

    expect(STRANDED, CALLS);
  }

  @Test
  void aDueCallThatNobodyIsGivenIsStranded() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.calls.clear();
    storm.calls.add(SmallStorm.due(SmallStorm.planned(id, WELLBEING), false));

    expect(STRANDED, CALLS);
  }

  @Test
  void pharmacistsCallsWaitForPharmacists() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.calls.clear();
    storm.calls.add(SmallStorm.due(SmallStorm.planned(id, WELLBEING), true));

    assertThat(storm.reckoned()).isEmpty();
  }

  @Test
  void anAcknowledgedCustomerWhomFollowUpNeverHeardOfIsLost() {
    UUID customer = UUID.randomUUID();
    storm.hears(new Entry.CustomerHeard(customer));
    storm.customers.add(customer);

    expect(LOST, CUSTOMERS);
  }

  @Test
  void anEventThatWasNeverSentIsLost() {
    storm.waiting.add(new Stored.Event("sales", "completed", UUID.randomUUID(), 1));

    expect(LOST, EVENTS);
  }

  @Test
  void aDeadLetterIsLost() {
    storm.parked.put("feedback", 1L);

    expect(LOST, EVENTS);
  }

  @Test
  void aSurveyAnswerThatFeedbackDoesNotHaveIsLost() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.calls.clear();
    storm.calls.add(SmallStorm.done(id, WELLBEING, 4, "done-well"));

    expect(LOST, FEEDBACK);
  }

  @Test
  void aComplaintThatWasOpenedTwiceIsDoubled() {
    UUID id = storm.sold(Purchase.SYRUP);
    storm.calls.clear();
    Stored.Call call = SmallStorm.done(id, WELLBEING, null, "complaint");
    storm.calls.add(call);
    storm.complaints.add(new Stored.Complaint(call.id(), "wait"));

    assertThat(storm.reckoned()).isEmpty();

    storm.complaints.add(new Stored.Complaint(call.id(), "wait"));

    expect(DOUBLED, FEEDBACK);
  }

  private void expect(Finding.Trouble trouble, Finding.Row row) {
    assertThat(storm.reckoned())
        .extracting(Finding::trouble, Finding::row)
        .containsExactly(tuple(trouble, row));
  }
}
