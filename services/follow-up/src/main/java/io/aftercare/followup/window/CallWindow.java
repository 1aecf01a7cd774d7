package io.aftercare.followup.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When somebody may be called. A policy: it knows no clock and no database, and the same question
 * always has the same answer.
 *
 * <p>The calling window of a date is the programme's hours, as far as the law of the place lets
 * them, within the customer's preference, by the store's and the customer's clock both. Where that
 * is empty for falling due, it may fall due whenever it may be made; where the two clocks leave
 * nothing, the customer's own day counts alone; where the preference leaves nothing, the preference
 * gives way. A date counts only if the call centre works on it, by both clocks where both count.
 */
public final class CallWindow {

  /** The version of this rule, kept with every call that it timed. */
  public static final int RULE = 2;

  /** Longer than any run of holidays; a search that goes on is a mistake in the calendar. */
  private static final int DAYS_AHEAD = 60;

  private final WorkingDays workingDays;
  private final QuietHours quietHours;
  private final Duration grace;

  /**
   * @param grace how long after it closed a contact is still worth making
   */
  public CallWindow(WorkingDays workingDays, QuietHours quietHours, Duration grace) {
    this.workingDays = workingDays;
    this.quietHours = quietHours;
    this.grace = grace;
  }

  /** The same hours, with another patience for what was not made in time. */
  public CallWindow patient(Duration other) {
    return new CallWindow(workingDays, quietHours, other);
  }

  /**
   * One date's window, or why there is none. A preference that runs over midnight can leave two
   * stretches of a day.
   *
   * @param due when it may fall due, in order, each within one of {@code call}
   * @param call when it may be made, in order
   */
  private record Opening(ZoneId zone, List<Span> due, List<Span> call, @Nullable String closed) {

    /** The stretch in which a contact that falls due at this instant is made. */
    Span callAt(Instant instant) {
      return call.stream().filter(span -> span.holds(instant)).findFirst().orElse(call.getLast());
    }
  }

  /**
   * The next morning: the first instant, at least so much elapsed time after the sale, at which the
   * contact may fall due.
   */
  public Slot nextMorning(Instant sale, Duration elapsed, Person person, Hours hours) {
    return nextMorning("sale", sale, elapsed, person, hours);
  }

  /**
   * The same after anything else.
   *
   * @param what happened, in words
   */
  public Slot nextMorning(
      String what, Instant cause, Duration elapsed, Person person, Hours hours) {
    Instant earliest = cause.plus(elapsed);
    var sold = cause.atZone(person.storeZone());
    String intro =
        what
            + " "
            + Words.shortDay(sold.toLocalDate())
            + ' '
            + Words.time(sold.toLocalTime())
            + ", "
            + elapsed.toHours()
            + " h later "
            + Words.time(earliest.atZone(person.zone()).toLocalTime());
    return atOrAfter(earliest, person, hours, intro);
  }

  /** The opening of the window on this date, or on the next date that has one. */
  public Slot onDay(LocalDate date, Person person, Hours hours, String intro) {
    return find(date, person, hours, intro, opening -> opening.due().getFirst().from());
  }

  /** The first instant from this one on at which the contact may fall due. */
  public Slot atOrAfter(Instant earliest, Person person, Hours hours, String intro) {
    return find(
        dayBefore(earliest, person),
        person,
        hours,
        intro,
        opening -> {
          for (Span due : opening.due()) {
            if (earliest.isBefore(due.to())) {
              return earliest.isAfter(due.from()) ? earliest : due.from();
            }
          }
          return null;
        });
  }

  /** The first window that is open at this instant or opens after it; due from its opening. */
  public Slot next(Instant now, Person person, Hours hours, String intro) {
    return find(
        dayBefore(now, person),
        person,
        hours,
        intro,
        opening -> {
          for (Span call : opening.call()) {
            if (now.isBefore(call.to())) {
              return opening.due().stream()
                  .map(Span::from)
                  .filter(call::holds)
                  .findFirst()
                  .orElse(call.from());
            }
          }
          return null;
        });
  }

  /**
   * Looks at the clock: a slot that has not closed stands, one that closed lately becomes the next
   * window, one that closed longer ago is too late.
   */
  public Timing judge(Slot intended, Instant now, Person person, Hours hours) {
    if (now.isBefore(intended.closesAt())) {
      return new Timing.Planned(intended);
    }
    if (now.isAfter(lapses(intended))) {
      return new Timing.TooLate(intended);
    }
    return new Timing.Planned(
        next(now, person, hours, intended.explained() + ", that has closed, next window"));
  }

  /** Last instant at which the contact meant for this slot is still worth making. */
  public Instant lapses(Slot intended) {
    return intended.closesAt().plus(grace);
  }

  /** A slot from the very time that was promised to the end of that day's hours. */
  public Slot promised(Instant at, Person person) {
    var local = at.atZone(person.zone());
    LocalTime latest = quietHours.of(person).until();
    LocalTime closes =
        local.toLocalTime().isBefore(Hours.DAY.closes()) && Hours.DAY.closes().isBefore(latest)
            ? Hours.DAY.closes()
            : latest;
    List<Span> rest = Span.local(local.toLocalDate(), local.toLocalTime(), closes, person.zone());
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("Nothing can be promised for " + local);
    }
    String explained =
        "call back promised for %s %s"
            .formatted(Words.date(local.toLocalDate()), Words.time(local.toLocalTime()));
    return new Slot(at, rest.getLast().to(), local.toLocalDate(), person.zone(), explained);
  }

  /**
   * Why no call may be promised for this instant, in words that finish "it ..."; absent when one
   * may.
   */
  public @Nullable String objection(Instant at, Person person) {
    if (!lawful(at, person)) {
      QuietHours.Law law = quietHours.of(person);
      return "lies outside %s–%s where the customer lives (%s)"
          .formatted(Words.time(law.from()), Words.time(law.until()), law.source());
    }
    String closed = closedFor(at.atZone(person.storeZone()).toLocalDate(), person);
    if (closed == null) {
      closed = closedFor(at.atZone(person.zone()).toLocalDate(), person);
    }
    return closed == null ? null : "falls on a day the call centre is closed (" + closed + ")";
  }

  /** A call may be made at this instant at all, whatever its programme says. */
  public boolean lawful(Instant now, Person person) {
    return quietHours.of(person).holds(now.atZone(person.zone()).toLocalTime());
  }

  private Slot find(
      LocalDate start,
      Person person,
      Hours hours,
      String intro,
      Function<Opening, @Nullable Instant> dueIn) {
    StringBuilder skipped = new StringBuilder();
    String last = "";
    for (int days = 0; days < DAYS_AHEAD; days++) {
      Opening opening = open(start.plusDays(days), person, hours);
      Instant due = opening == null ? null : dueIn.apply(opening);
      if (opening == null || due == null) {
        continue;
      }
      if (opening.closed() == null) {
        return slot(opening, due, person, intro, skipped);
      }
      if (!opening.closed().equals(last)) {
        last = opening.closed();
        skipped.append(", ").append(last).append(" closed");
      }
    }
    throw new IllegalStateException(
        "No working day within %d days of %s".formatted(DAYS_AHEAD, start));
  }

  private static Slot slot(
      Opening opening, Instant due, Person person, String intro, CharSequence skipped) {
    ZoneId zone = opening.zone();
    var local = due.atZone(zone);
    Span call = opening.callAt(due);
    Span shown = opening.due().stream().filter(span -> span.holds(due)).findFirst().orElse(call);
    StringBuilder words = new StringBuilder(120).append(intro).append(", window ");
    words.append(Words.time(shown.from().atZone(zone).toLocalTime())).append('–');
    words.append(Words.time(shown.to().atZone(zone).toLocalTime())).append(skipped);
    words.append(" → ").append(Words.date(local.toLocalDate())).append(' ');
    words.append(Words.time(local.toLocalTime()));
    if (person.twoZones()) {
      words.append(" (").append(zone.getId()).append(')');
    }
    return new Slot(due, call.to(), local.toLocalDate(), zone, words.toString());
  }

  /** The window of a date: the store's date where its clock counts, else the customer's. */
  private @Nullable Opening open(LocalDate date, Person person, Hours wanted) {
    QuietHours.Law law = quietHours.of(person);
    Hours hours = law.within(wanted);
    List<Span> call = bothClocks(date, person, hours.opens(), hours.closes());
    if (!call.isEmpty()) {
      List<Span> due =
          hours.dueUntil().equals(hours.closes())
              ? call
              : bothClocks(date, person, hours.opens(), hours.dueUntil());
      String closed = closedFor(date, person);
      if (closed == null && person.twoZones()) {
        closed = closedFor(call.getFirst().from().atZone(person.zone()).toLocalDate(), person);
      }
      return new Opening(person.zone(), due.isEmpty() ? call : due, call, closed);
    }
    Hours day = law.within(Hours.DAY);
    List<Span> own = preferred(date, person, day.opens(), day.closes());
    if (own.isEmpty()) {
      own = Span.local(date, day.opens(), day.closes(), person.zone());
    }
    return own.isEmpty() ? null : new Opening(person.zone(), own, own, closedFor(date, person));
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

  private @Nullable String closedFor(LocalDate date, Person person) {
    return workingDays.closedFor(date, person);
  }

  private static LocalDate dayBefore(Instant instant, Person person) {
    return instant.atZone(person.storeZone()).toLocalDate().minusDays(1);
  }
}
