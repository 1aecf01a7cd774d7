package io.aftercare.followup.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One date's window, or why there is none. A preference that runs over midnight can leave two
 * stretches of a day.
 *
 * @param due when it may fall due, in order, each within one of {@code call}
 * @param call when it may be made, in order
 * @param closed why nobody is at work on that date; absent on a working day
 */
record Opening(ZoneId zone, List<Span> due, List<Span> call, @Nullable String closed) {

  /**
   * The window of a date: the store's date where its clock counts, else the customer's.
   *
   * @return absent where that date has no such hours at all
   */
  static @Nullable Opening of(
      LocalDate date, Person person, Hours wanted, QuietHours.Law law, WorkingDays workingDays) {
    Hours hours = law.within(wanted);
    List<Span> call = bothClocks(date, person, hours.opens(), hours.closes());
    if (!call.isEmpty()) {
      List<Span> due =
          hours.dueUntil().equals(hours.closes())
              ? call
              : bothClocks(date, person, hours.opens(), hours.dueUntil());
      String closed = workingDays.closedFor(date, person);
      if (closed == null && person.twoZones()) {
        LocalDate there = call.getFirst().from().atZone(person.zone()).toLocalDate();
        closed = workingDays.closedFor(there, person);
      }
      return new Opening(person.zone(), due.isEmpty() ? call : due, call, closed);
    }
    Hours day = law.within(Hours.DAY);
    List<Span> own = preferred(date, person, day.opens(), day.closes());
    if (own.isEmpty()) {
      own = Span.local(date, day.opens(), day.closes(), person.zone());
    }
    return own.isEmpty()
        ? null
        : new Opening(person.zone(), own, own, workingDays.closedFor(date, person));
  }

  /** The stretch in which a contact that falls due at this instant is made. */
  Span callAt(Instant instant) {
    return call.stream().filter(span -> span.holds(instant)).findFirst().orElse(call.getLast());
  }

  /**
   * Within the hours by the store's clock on its date and by the customer's clock, within the
   * customer's preference.
   */
  private static List<Span> bothClocks(
      LocalDate date, Person person, LocalTime from, LocalTime to) {
    if (!person.twoZones()) {
      return preferred(date, person, from, to);
    }
    List<Span> both = new ArrayList<>();
    for (Span store : Span.local(date, from, to, person.storeZone())) {
      for (int days = -1; days <= 1; days++) {
        for (Span customer : preferred(date.plusDays(days), person, from, to)) {
          both.addAll(store.intersect(customer));
        }
      }
    }
    return both;
  }

  /** The hours by the customer's clock, within the customer's preference. */
  private static List<Span> preferred(LocalDate date, Person person, LocalTime from, LocalTime to) {
    Preference preference = person.preference();
    if (preference == null || preference.anyTime()) {
      return Span.local(date, from, to, person.zone());
    }
    if (!preference.overMidnight()) {
      return within(date, person, from, to, preference.from(), preference.to());
    }
    List<Span> spans = new ArrayList<>(2);
    spans.addAll(within(date, person, from, to, LocalTime.MIN, preference.to()));
    spans.addAll(within(date, person, from, to, preference.from(), to));
    return spans;
  }

  private static List<Span> within(
      LocalDate date, Person person, LocalTime from, LocalTime to, LocalTime first, LocalTime end) {
    LocalTime opens = first.isAfter(from) ? first : from;
    LocalTime closes = end.isBefore(to) ? end : to;
    return opens.isBefore(closes) ? Span.local(date, opens, closes, person.zone()) : List.of();
  }
}
