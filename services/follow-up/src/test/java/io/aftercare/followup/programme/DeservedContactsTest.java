package io.aftercare.followup.programme;

import static io.aftercare.followup.programme.Sold.line;
import static io.aftercare.followup.programme.Sold.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.window.People;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of programmes, a row at a time. */
class DeservedContactsTest {

  private final DeservedContacts deserved = new DeservedContacts(Sold.programmes());

  @Test
  void anOrdinarySaleDeservesNothing() {
    assertThat(contacts(sale(line(1, m -> m)), null)).isEmpty();
  }

  @Test
  void anyMarkOfTheSaleDeservesOneWellbeingCall() {
    KnownSale plain = sale(line(1, m -> m), line(2, m -> m));

    assertThat(contacts(Sold.marked(plain, true, false, false, false), null))
        .containsExactly("wellbeing/1");
    assertThat(contacts(Sold.marked(plain, false, true, false, false), null))
        .containsExactly("wellbeing/1");
    assertThat(contacts(Sold.marked(plain, false, false, true, false), null))
        .containsExactly("wellbeing/1");
    assertThat(contacts(Sold.marked(plain, false, false, false, true), null))
        .containsExactly("wellbeing/1");
    assertThat(contacts(Sold.marked(plain, true, true, true, true), null))
        .containsExactly("wellbeing/1");
    assertThat(contacts(sale(line(1, m -> m.with("brand-switch"))), null))
        .containsExactly("wellbeing/1");
  }

  @Test
  void anAntibioticIsCheckedOnceHoweverManyLines() {
    assertThat(contacts(sale(line(1, m -> m.atc("J01CA04")), line(2, m -> m.atc("J01FA10"))), null))
        .containsExactly("antibiotic/1");
  }

  @Test
  void aLongTermMedicineIsNewOnlyOnce() {
    assertThat(
            contacts(
                sale(line(1, m -> m.atc("C09AA02").with("long-term", "first-of-class"))), null))
        .containsExactly("new-long-term/1", "new-long-term/2");
    assertThat(contacts(sale(line(1, m -> m.atc("C09AA02").with("long-term"))), null)).isEmpty();
    assertThat(contacts(sale(line(1, m -> m.with("first-of-class"))), null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"B01AA03", "A10AE04", "N02AA01", "L04AX03", "L01BA01", "N05AN01", "N03AX09"})
  void highAlertClassesGoToAPharmacist(String atc) {
    assertThat(contacts(sale(line(1, m -> m.atc(atc))), null))
        .containsExactly("high-alert/1", "high-alert/2");
    assertThat(deserved.of(sale(line(1, m -> m.atc(atc))), null))
        .extracting(contact -> contact.step().skill(), contact -> contact.step().priority())
        .containsOnly(org.assertj.core.groups.Tuple.tuple(Step.Skill.PHARMACIST, 2));
  }

  @Test
  void theCataloguesHighAlertMarkCountsLikeTheClass() {
    assertThat(contacts(sale(line(1, m -> m.with("high-alert"))), null))
        .containsExactly("high-alert/1", "high-alert/2");
  }

  @Test
  void aSpecialFormNeedsTechnique() {
    assertThat(contacts(sale(line(1, m -> m.with("special-form"))), null))
        .containsExactly("special-form/1");
  }

  @ParameterizedTest
  @CsvSource({
    "2014-02, false",
    "2014-03, true",
    "2014-04, true",
    "2026-03, true",
    "1960-04, false",
    "1960-03, true",
    "1959-03, true",
    "1960-05, false",
    "1985-06, false",
  })
  void childrenUnderTwelveAndPeopleOverSixtyFiveAreAskedSooner(String born, boolean asked) {
    KnownSale prescribed = sale(line(1, m -> m.with("prescription")));

    assertThat(contacts(prescribed, Sold.born(born)))
        .isEqualTo(asked ? List.of("child-or-elderly/1") : List.of());
    assertThat(contacts(sale(line(1, m -> m)), Sold.born(born))).isEmpty();
    assertThat(contacts(prescribed, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, false", "5, true", "7, true", "21, true", "22, false"})
  void aKnownCourseIsAskedAboutWhenItIsOver(int days, boolean asked) {
    KnownSale course = sale(line(1, m -> m.with("prescription").days(days)));

    assertThat(contacts(course, null).contains("end-of-course/1")).isEqualTo(asked);
    assertThat(contacts(sale(line(1, m -> m.days(days))), null)).doesNotContain("end-of-course/1");
  }

  @Test
  void aCourseThatAnotherProgrammeTakesCareOfIsLeftAlone() {
    KnownSale antibiotic = sale(line(1, m -> m.atc("J01CA04").with("prescription").days(7)));
    KnownSale both =
        sale(
            line(1, m -> m.atc("J01CA04").with("prescription").days(7)),
            line(2, m -> m.with("prescription").days(6)));

    assertThat(contacts(antibiotic, null)).containsExactly("antibiotic/1");
    assertThat(contacts(both, null)).containsExactly("antibiotic/1", "end-of-course/1");
    // A wellbeing call asks after the person, not the course.
    assertThat(contacts(Sold.first(sale(line(1, m -> m.with("prescription").days(6)))), null))
        .containsExactly("wellbeing/1", "end-of-course/1");
  }

  @ParameterizedTest
  @CsvSource({"7, false", "8, true", "30, true", "90, true"})
  void aRefillIsRemindedOfAWeekBefore(int days, boolean reminded) {
    assertThat(contacts(sale(line(1, m -> m.days(days))), null).contains("refill/1"))
        .isEqualTo(reminded);
  }

  @ParameterizedTest
  @CsvSource({
    "sms, MESSAGE",
    "email, MESSAGE",
    "wechat, MESSAGE",
    "call, CALL",
    "post, CALL",
    ", CALL"
  })
  void aRefillIsRemindedOfTheWayTheCustomerLikesBest(String wish, Step.Channel way) {
    KnownSale bought = sale(line(1, m -> m.atc("C09AA03").days(30)));

    assertThat(deserved.of(bought, Sold.liking(wish)).getFirst().way()).isEqualTo(way);
    assertThat(deserved.of(bought, null).getFirst().way()).isEqualTo(Step.Channel.CALL);
  }

  @Test
  void aRefillOfAHighAlertMedicineIsACallHoweverTheCustomerLikesIt() {
    KnownSale both =
        sale(
            line(1, m -> m.atc("C09AA03").days(30)),
            line(2, m -> m.atc("B01AA03").days(30).with("high-alert")));

    assertThat(deserved.of(both, Sold.liking("sms")))
        .filteredOn(contact -> name(contact).equals("refill/1"))
        .extracting(Contact::way)
        .containsExactly(Step.Channel.CALL);
  }

  @Test
  void whatCameBackAsksForNothing() {
    KnownSale two = sale(line(1, m -> m.atc("J01CA04")), line(2, m -> m.atc("J01FA10")));

    assertThat(contacts(Sold.returned(two, 1), null)).containsExactly("antibiotic/1");
    assertThat(contacts(Sold.returned(two, 1, 2), null)).isEmpty();
    assertThat(contacts(Sold.voided(two), null)).isEmpty();
    KnownSale switched = sale(line(1, m -> m.with("brand-switch")), line(2, m -> m));
    assertThat(contacts(Sold.returned(switched, 1), null)).isEmpty();
    assertThat(contacts(Sold.returned(switched, 2), null)).containsExactly("wellbeing/1");
  }

  @ParameterizedTest
  @CsvSource({
    "antibiotic/1, 2026-03-13T13:00:00Z",
    "refill/1, 2026-04-02T13:00:00Z",
    "wellbeing/1, 2026-03-11T13:00:00Z",
  })
  void eachIsDueOnItsDay(String contact, String due) {
    KnownSale all = Sold.first(sale(line(1, m -> m.atc("J01CA04").with("prescription").days(30))));

    assertThat(dueAt(all, contact)).isEqualTo(due);
  }

  @Test
  void aCourseOfSevenDaysIsAskedAboutOnTheEighth() {
    // Taken on the 10th to the 16th; the 17th is the day after.
    KnownSale course = sale(line(1, m -> m.with("prescription").days(7)));

    assertThat(dueAt(course, "end-of-course/1")).isEqualTo("2026-03-17T13:00:00Z");
  }

  @Test
  void theFirstSupplyToEndCounts() {
    KnownSale two = sale(line(1, m -> m.days(60)), line(2, m -> m.atc("C09AA03").days(30)));

    assertThat(dueAt(two, "refill/1")).isEqualTo("2026-04-02T13:00:00Z");
    assertThat(dueAt(Sold.returned(two, 2), "refill/1")).isEqualTo("2026-05-02T13:00:00Z");
  }

  @Test
  void theReasonIsInPlainWords() {
    KnownSale late =
        Sold.marked(
            sale(line(1, m -> m.named("Amoxicillin 500 MG Oral Capsule").atc("J01CA04").days(7))),
            true,
            true,
            false,
            false);

    assertThat(deserved.of(late, null))
        .extracting(Contact::reason)
        .containsExactly(
            "First purchase, late in the evening; bought Amoxicillin 500 MG Oral Capsule for 7 days at store boston-1"
                + " on Tue 10 Mar",
            "Antibiotic course under way; bought Amoxicillin 500 MG Oral Capsule for 7 days at store boston-1 on Tue"
                + " 10 Mar");
  }

  private String dueAt(KnownSale sale, String contact) {
    return deserved.of(sale, null).stream()
        .filter(found -> name(found).equals(contact))
        .map(found -> found.intended(People.window(), sale.person(null)).dueAt().toString())
        .findFirst()
        .orElseThrow();
  }

  private List<String> contacts(KnownSale sale, @Nullable KnownCustomer customer) {
    return deserved.of(sale, customer).stream().map(DeservedContactsTest::name).toList();
  }

  private static String name(Contact contact) {
    return contact.programme().key() + "/" + contact.step().number();
  }
}
