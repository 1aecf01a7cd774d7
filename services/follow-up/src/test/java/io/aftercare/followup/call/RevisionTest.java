package io.aftercare.followup.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.DeservedContacts;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Sold;
import io.aftercare.followup.refill.Supplies;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.People;
import io.aftercare.followup.window.Slot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of planned calls when what is known changes, a rule at a time. */
class RevisionTest {

  private static final Instant NOW = Instant.parse("2026-03-10T19:00:00Z");
  private static final UUID CUSTOMER = UUID.fromString("018f0000-0000-7000-8000-000000000001");

  private final CallWindow window = People.window();
  private final KnownSale sale = Sold.sale(Sold.line(1, marks -> marks.atc("J01CA04")));
  private final Contact contact = deserved(sale).getFirst();
  private final Call call = planned(contact);

  @Test
  void aCallThatIsAsItShouldBeStays() {
    assertThat(revised(sale, List.of(contact), NOW).changed()).isEmpty();
    assertThat(call.version()).isEqualTo(1);
  }

  @Test
  void aCallThatIsNoLongerDeservedIsCancelled() {
    assertThat(revised(sale, List.of(), NOW).changed()).containsExactly(call);
    assertThat(call.cancelReason()).isEqualTo("rule-no-longer-met");
  }

  @Test
  void aCallThatWasHeldBackOnPurposeKeepsItsTimeHoweverLateThatIs() {
    Slot saturday =
        window.onDay(java.time.LocalDate.of(2026, 3, 21), cause(sale).person(), hours(), "cap");
    call.planAnew(Plan.at(saturday, window).onPurpose());
    Instant afterGrace = Instant.parse("2026-03-20T15:00:00Z");

    assertThat(revised(sale, List.of(contact), afterGrace).changed()).isEmpty();
    assertThat(call.plan().dueAt()).isEqualTo(saturday.dueAt());
  }

  @Test
  void aCallWhoseTimeWasMeantIsTooLateAfterItsGrace() {
    revised(sale, List.of(contact), Instant.parse("2026-03-20T15:00:00Z"));

    assertThat(call.state()).isEqualTo(CallState.TOO_LATE);
  }

  @Test
  void aRestingCallIsCancelledLikeAPlannedOneAndElseLeftAlone() {
    call.pause();
    assertThat(revised(sale, List.of(contact), NOW).changed()).isEmpty();

    revised(sale, List.of(), NOW);

    assertThat(call.state()).isEqualTo(CallState.CANCELLED);
  }

  @Test
  void onlyWhoPlansAnewGoesOverToAnotherVersion() {
    Contact later = sevenDays();

    revised(sale, List.of(later), NOW);
    assertThat(call.origin().programmeVersion()).isEqualTo(1);

    adopted(later);
    assertThat(call.origin().programmeVersion()).isEqualTo(2);
    assertThat(call.plan().dueAt()).isEqualTo("2026-03-17T13:00:00Z");
  }

  @Test
  void aReminderThatIsSettledClosesAndComesBackWhenItNoLongerIs() {
    KnownSale refill = Sold.sale(Sold.line(1, marks -> marks.atc("C09AA03").days(30)));
    Contact due = deserved(refill).getFirst();
    Call reminder = planned(due);
    Contact settled = settled(due);

    revised(refill, reminder, List.of(settled));
    assertThat(reminder.cancelReason()).isEqualTo("refilled");
    revised(refill, reminder, List.of(settled));
    assertThat(reminder.version()).isEqualTo(2);

    revised(refill, reminder, List.of(due));
    assertThat(reminder.state()).isEqualTo(CallState.PLANNED);
    assertThat(reminder.cancelReason()).isNull();
  }

  @Test
  void whatIsMissingIsAdded() {
    AtomicReference<@Nullable Contact> asked = new AtomicReference<>();
    var terms =
        new Revision.Terms(
            "rule-no-longer-met",
            window,
            NOW,
            missing -> {
              asked.set(missing);
              return planned(missing);
            },
            false);

    Revision revision = Revision.of(cause(sale), List.of(), List.of(contact), terms);

    assertThat(revision.added()).hasSize(1);
    assertThat(asked.get()).isEqualTo(contact);
  }

  private static List<Contact> deserved(KnownSale sale) {
    return new DeservedContacts(Sold.programmes()).of(sale, null);
  }

  private Contact sevenDays() {
    Programme antibiotic = contact.programme();
    var step = contact.step();
    var day7 =
        new io.aftercare.followup.programme.Step(
            1,
            new io.aftercare.followup.programme.Offset.Day(7),
            step.hours(),
            step.channel(),
            step.skill(),
            step.priority(),
            null,
            null);
    Programme second =
        new Programme(
            antibiotic.key(),
            2,
            antibiotic.name(),
            antibiotic.because(),
            antibiotic.trigger(),
            true,
            false,
            null,
            null,
            null,
            null,
            List.of(day7),
            antibiotic.script());
    return new Contact(
        sale, second, day7, day7.channel(), contact.lines(), null, null, null, false);
  }

  private static Contact settled(Contact due) {
    return new Contact(
        due.sale(),
        due.programme(),
        due.step(),
        due.way(),
        due.lines(),
        null,
        null,
        due.runsOut(),
        true);
  }

  private Call planned(Contact what) {
    Slot slot = what.intended(window, cause(what.sale()).person());
    return new Call(
        UUID.randomUUID(),
        Origin.of(what),
        CUSTOMER,
        what.step().priority(),
        CallState.PLANNED,
        Plan.at(slot, window),
        0,
        1,
        null,
        null,
        0,
        null,
        null,
        null,
        null,
        Spent.NOTHING,
        List.of());
  }

  private static Cause cause(KnownSale sale) {
    return new Cause(sale, CUSTOMER, null, Supplies.only(sale), null);
  }

  private io.aftercare.followup.window.Hours hours() {
    return io.aftercare.followup.window.Hours.DAY;
  }

  private Revision revised(KnownSale about, List<Contact> deserved, Instant now) {
    return Revision.of(cause(about), List.of(call), deserved, terms(now, false));
  }

  private void revised(KnownSale about, Call existing, List<Contact> deserved) {
    Revision.of(cause(about), List.of(existing), deserved, terms(NOW, false));
  }

  private void adopted(Contact deserved) {
    Revision.of(cause(sale), List.of(call), List.of(deserved), terms(NOW, true));
  }

  private Revision.Terms terms(Instant now, boolean adopting) {
    return new Revision.Terms("rule-no-longer-met", window, now, this::planned, adopting);
  }
}
