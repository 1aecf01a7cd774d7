package io.aftercare.followup.programme;

import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Person;
import io.aftercare.followup.window.Slot;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact that a sale deserves: one per programme and step, whatever the number of lines that ask
 * for it.
 *
 * @param lines those that ask for it; it is due while one of them has not come back
 */
public record Contact(KnownSale sale, Programme programme, Step step, List<KnownSale.Line> lines) {

  /** When it is meant to be made, whatever the clock says now. */
  public Slot intended(CallWindow window, Person person) {
    return switch (step.after()) {
      case Offset.NextMorning next ->
          window.nextMorning(
              sale.occurredAt().toInstant(), Duration.ofHours(next.hours()), person, step.hours());
      case Offset.Day offset ->
          window.onDay(
              sale.date().plusDays(offset.day()),
              person,
              step.hours(),
              "sale %s, day %d".formatted(Reason.date(sale.date()), offset.day()));
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

  private @Nullable LocalDate supplyDate(Offset.SupplyEnd offset) {
    return offset.date(sale.date(), lines);
  }
}
