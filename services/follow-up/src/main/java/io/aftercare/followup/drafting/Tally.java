package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a draft would have made. */
final class Tally {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private record Day(LocalDate date, String skill) implements Comparable<Day> {
    @Override
    public int compareTo(Day other) {
      int byDate = date.compareTo(other.date);
      return byDate == 0 ? skill.compareTo(other.skill) : byDate;
    }
  }

  private final Instant from;
  private final Instant to;
  private final Map<Step.Skill, Integer> calls = new EnumMap<>(Step.Skill.class);
  private final Map<Day, Integer> days = new TreeMap<>();
  private int sales;
  private int events;
  private int offers;
  private int messages;

  Tally(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  void sale() {
    sales++;
  }

  void event() {
    events++;
  }

  /** Offers of one local date, each a message. */
  void offers(LocalDate date, Step step, int made) {
    offers += made;
    messages += made;
    days.merge(new Day(date, name(step.skill())), made, Integer::sum);
  }

  void contact(Contact contact, LocalDate date) {
    Step step = contact.step();
    days.merge(new Day(date, name(step.skill())), 1, Integer::sum);
    if (contact.isCall()) {
      calls.merge(step.skill(), 1, Integer::sum);
    } else {
      messages++;
    }
  }

  Simulation result(boolean complete, PlannedHours hours, List<String> notCounted) {
    List<Simulation.OfSkill> skills =
        calls.entrySet().stream()
            .map(
                entry ->
                    new Simulation.OfSkill(
                        name(entry.getKey()), entry.getValue(), hours.of(entry.getValue())))
            .toList();
    int made = calls.values().stream().mapToInt(Integer::intValue).sum();
    return new Simulation(
        from,
        to,
        sales,
        events,
        offers,
        complete,
        made,
        messages,
        said(made, skills),
        skills,
        days.entrySet().stream()
            .map(
                entry ->
                    new Simulation.OfDay(
                        entry.getKey().date(), entry.getKey().skill(), entry.getValue()))
            .toList(),
        notCounted);
  }

  private String said(int made, List<Simulation.OfSkill> skills) {
    StringBuilder words = new StringBuilder(String.format(Locale.ENGLISH, "On %,d sale", sales));
    words.append(sales == 1 ? "" : "s");
    also(words, events, "recall or resolved complaint", "recalls or resolved complaints");
    also(words, offers, "offer", "offers");
    words.append(" from ").append(DAY.format(from.atOffset(ZoneOffset.UTC)));
    words.append(" to ").append(DAY.format(to.atOffset(ZoneOffset.UTC)));
    words
        .append(String.format(Locale.ENGLISH, " this would have made %,d call", made))
        .append(made == 1 ? "" : "s");
    if (messages > 0) {
      words
          .append(String.format(Locale.ENGLISH, ", %,d message", messages))
          .append(messages == 1 ? "" : "s");
    }
    for (Simulation.OfSkill skill : skills) {
      words.append(String.format(Locale.ENGLISH, ", %,.1f %s hours", skill.hours(), skill.skill()));
    }
    return words.append('.').toString();
  }

  private static void also(StringBuilder words, int number, String one, String many) {
    if (number > 0) {
      words.append(String.format(Locale.ENGLISH, " and %,d %s", number, number == 1 ? one : many));
    }
  }

  private static String name(Step.Skill skill) {
    return skill.name().toLowerCase(Locale.ROOT);
  }
}
