package io.aftercare.followup.programme;

import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Person;
import io.aftercare.followup.window.Slot;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that a sale deserves: one per programme and step, whatever the number of lines that ask
 * for it.
 *
 * @param way how it is made: as its step says, or as the customer likes best
 * @param lines those that ask for it; it is due while one of them has not come back
 * @param event what happened to the sale; absent where the sale itself is the reason
 * @param experiment in which it may be held out; absent where it is made in any case
 * @param runsOut the first day without the first medicine to run out; absent where it is not known
 * @param settled what it would ask for has happened by itself: it is recorded and not made
 */
public record Contact(
    KnownSale sale,
    Programme programme,
    Step step,
    Step.Channel way,
    List<KnownSale.Line> lines,
    @Nullable KnownEvent event,
    @Nullable String experiment,
    @Nullable LocalDate runsOut,
    boolean settled) {

  /** Somebody dials; else it is a message, or a word at the counter. */
  public boolean isCall() {
    return way == Step.Channel.CALL;
  }

  /** The same, made another way. */
  public Contact by(Step.Channel other) {
    return new Contact(sale, programme, step, other, lines, event, experiment, runsOut, settled);
  }

  public ContactKey key() {
    return new ContactKey(causeId(), programme.key(), step.number());
  }

  /** What causes it: one contact per cause, programme and step. */
  public UUID causeId() {
    return event == null ? sale.id() : event.id();
  }

  /** When it is meant to be made, whatever the clock says now. */
  public Slot intended(CallWindow window, Person person) {
    return switch (step.after()) {
      case Offset.NextMorning next ->
          window.nextMorning(
              event == null ? "sale" : words(event),
              event == null ? sale.occurredAt().toInstant() : event.at(),
              Duration.ofHours(next.hours()),
              person,
              step.hours());
      case Offset.Day offset ->
          window.onDay(
              date().plusDays(offset.day()),
              person,
              step.hours(),
              "%s %s, day %d"
                  .formatted(
                      event == null ? "sale" : words(event), Reason.date(date()), offset.day()));
      case Offset.RefillDue offset -> {
        if (runsOut == null) {
          throw new IllegalStateException("No line of sale " + sale.id() + " is known to run out");
        }
        yield window.onDay(
            runsOut.plusDays(offset.days()),
            person,
            step.hours(),
            "supply used up on %s, %d days before".formatted(Reason.date(runsOut), -offset.days()));
      }
      case Offset.SupplyEnd offset -> {
        LocalDate date = supplyDate(offset);
        if (date == null) {
          throw new IllegalStateException("No line of sale " + sale.id() + " has a known supply");
        }
        LocalDate usedUp = date.minusDays(offset.days());
        String intro =
            offset.days() < 0
                ? "supply used up on %s, %d days before"
                    .formatted(Reason.date(usedUp), -offset.days())
                : "course over on %s".formatted(Reason.date(usedUp.minusDays(1)));
        yield window.onDay(date, person, step.hours(), intro);
      }
    };
  }

  /** Why the call is made, in plain words for the person who makes it. */
  public String reason() {
    return Reason.of(this);
  }

  /** The date of the cause by the store's clock. */
  private LocalDate date() {
    return event == null ? sale.date() : LocalDate.ofInstant(event.at(), sale.storeZone());
  }

  private static String words(KnownEvent event) {
    return event.event().replace('-', ' ');
  }

  private @Nullable LocalDate supplyDate(Offset.SupplyEnd offset) {
    return offset.date(sale.date(), lines);
  }
}
