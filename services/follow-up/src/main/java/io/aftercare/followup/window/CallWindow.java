package io.aftercare.followup.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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

  /** The same hours, on days on which nobody is at work too. */
  public CallWindow anyDay() {
    return new CallWindow(WorkingDays.ALL, quietHours, grace);
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

  /** So much of these hours as the law of the place leaves. */
  public Hours lawful(Hours hours, Person person) {
    return quietHours.of(person).within(hours);
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
      Opening opening =
          Opening.of(start.plusDays(days), person, hours, quietHours.of(person), workingDays);
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

  private @Nullable String closedFor(LocalDate date, Person person) {
    return workingDays.closedFor(date, person);
  }

  private static LocalDate dayBefore(Instant instant, Person person) {
    return instant.atZone(person.storeZone()).toLocalDate().minusDays(1);
  }
}
