package io.aftercare.followup.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.message.Due;
import io.aftercare.followup.message.LocalHours;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageOrigin;
import io.aftercare.followup.message.MessageState;
import io.aftercare.followup.message.Occasion;
import io.aftercare.followup.message.Purpose;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.DeservedContacts;
import io.aftercare.followup.programme.Sold;
import io.aftercare.followup.refill.Supplies;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.People;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reminder goes one way or the other, and never both. */
class JudgementTest {

  private static final UUID CUSTOMER = UUID.fromString("018f0000-0000-7000-8000-000000000001");
  private static final Instant WAITING = Instant.parse("2026-03-10T19:00:00Z");
  private static final Instant DUE = Instant.parse("2026-04-02T15:00:00Z");

  private final CallWindow window = People.window();
  private final KnownSale sale = Sold.sale(Sold.line(1, marks -> marks.atc("C09AA03").days(30)));
  private final Cause cause = new Cause(sale, CUSTOMER, null, Supplies.only(sale), null);
  private final Contact spoken = deserved(null);
  private final Contact written = deserved("sms");

  @Test
  void aCallThatWaitsBecomesAMessageWhenTheWishChanges() {
    Call call = call(spoken);

    Judgement judged = judged(List.of(call), List.of(), written, WAITING);

    assertThat(call.cancelReason()).isEqualTo("channel-changed");
    assertThat(judged.revision().changed()).containsExactly(call);
    assertThat(judged.withoutNew().messages().missing()).hasSize(1);
  }

  @Test
  void aMessageThatWaitsBecomesACall() {
    Message message = message(MessageState.QUEUED);

    Judgement judged = judged(List.of(), List.of(message), spoken, WAITING);

    assertThat(judged.messages().changed())
        .extracting(Message::state, Message::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(MessageState.CANCELLED, "channel-changed"));
    assertThat(judged.withoutNew().revision().added()).hasSize(1);
  }

  @Test
  void aCallThatWasMovedAwayComesBackAndNoSecondOneIsMade() {
    Call call = call(spoken);
    judged(List.of(call), List.of(), written, WAITING);

    Judgement judged = judged(List.of(call), List.of(), spoken, WAITING);

    assertThat(call.state()).isEqualTo(CallState.PLANNED);
    assertThat(judged.revision().added()).isEmpty();
  }

  @Test
  void whatIsDueKeepsItsWay() {
    Call call = call(spoken);

    Judgement judged = judged(List.of(call), List.of(), written, DUE);

    assertThat(call.state()).isEqualTo(CallState.PLANNED);
    assertThat(judged.messages().missing()).isEmpty();
  }

  @Test
  void whatHasGoneIsNotRepeatedAnotherWay() {
    Judgement judged = judged(List.of(), List.of(message(MessageState.SENT)), spoken, WAITING);

    assertThat(judged.revision().added()).isEmpty();
    assertThat(judged.messages().changed()).isEmpty();
  }

  @Test
  void aMessageThatIsNoLongerDeservedIsCalledOff() {
    Judgement judged =
        Judgement.of(
            cause,
            new Judgement.Found(List.of(), List.of(message(MessageState.QUEUED))),
            List.of(),
            terms(WAITING),
            this::occasion);

    assertThat(judged.messages().changed())
        .extracting(Message::reason)
        .containsExactly("rule-no-longer-met");
  }

  private Judgement judged(
      List<Call> calls, List<Message> messages, Contact deserved, Instant now) {
    return Judgement.of(
        cause, new Judgement.Found(calls, messages), List.of(deserved), terms(now), this::occasion);
  }

  private Revision.Terms terms(Instant now) {
    return new Revision.Terms("rule-no-longer-met", window, now, this::call, false);
  }

  private Contact deserved(String wish) {
    return new DeservedContacts(Sold.programmes()).of(sale, Sold.liking(wish)).getFirst();
  }

  private Occasion occasion(Contact contact) {
    return Occasion.of(contact, CUSTOMER, cause.person(), null, null, window.anyDay(), null);
  }

  private Call call(Contact contact) {
    return new Call(
        UUID.randomUUID(),
        Origin.of(contact),
        CUSTOMER,
        contact.step().priority(),
        CallState.PLANNED,
        Plan.at(contact.intended(window, cause.person()), window),
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

  private Message message(MessageState state) {
    Occasion occasion = occasion(written);
    return new Message(
        UUID.randomUUID(),
        new MessageOrigin(
            occasion.causeId(),
            occasion.saleId(),
            CUSTOMER,
            occasion.storeId(),
            occasion.programme().key(),
            occasion.programme().version(),
            occasion.step().number(),
            4,
            Purpose.REMINDERS,
            "refill",
            null),
        CUSTOMER,
        null,
        new Due(occasion.slot().dueAt(), occasion.slot().closesAt(), occasion.lapsesAt(), "test"),
        new LocalHours(LocalTime.of(9, 0), LocalTime.of(20, 0), occasion.slot().zone()),
        state,
        0,
        0,
        1,
        false,
        null,
        null,
        null);
  }
}
