package io.aftercare.followup.drafting;

import io.aftercare.followup.drafting.CheckedProgramme.Flaw;
import io.aftercare.followup.programme.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with the rule of a programme, with the path of every wrong field. */
final class CheckedTrigger {

  private static final Pattern ATC = Pattern.compile("[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> CALENDARS = Set.of("birthday", "holiday", "season");
  private static final int OLDEST = 130;
  private static final int DEEPEST = 10;

  private final List<Flaw> flaws = new ArrayList<>();
  private final String programme;

  private CheckedTrigger(String programme) {
    this.programme = programme;
  }

  /**
   * @param programme whose rule it is, by its key
   */
  static List<Flaw> flaws(String path, @Nullable Trigger trigger, String programme) {
    CheckedTrigger checked = new CheckedTrigger(programme);
    checked.check(path, trigger, 0);
    return checked.flaws;
  }

  private void check(String path, @Nullable Trigger trigger, int depth) {
    if (depth > DEEPEST) {
      flaw(path, "must not be nested deeper than " + DEEPEST);
      return;
    }
    switch (trigger) {
      case null -> flaw(path, "must be a rule");
      case Trigger.All(List<Trigger> all) -> each(path + ".all", all, depth);
      case Trigger.Any(List<Trigger> any) -> each(path + ".any", any, depth);
      case Trigger.OfSale(Trigger.SaleMark mark) -> present(path + ".sale", mark);
      case Trigger.OfLine(Trigger.LineMark mark) -> present(path + ".line", mark);
      case Trigger.OfAtc(List<String> classes) -> classes(path + ".atc", classes);
      case Trigger.OfSupply(Trigger.Range days) -> days(path + ".days-supply", days);
      case Trigger.OfAge(Trigger.Bounds years) -> years(path + ".age", years);
      case Trigger.OfSegment(String segment) ->
          matches(path + ".segment", segment, "must be the name of a segment, such as elderly");
      case Trigger.OfEvent(String event) -> event(path + ".event", event);
      case Trigger.OfCalendar(String day) -> oneOf(path + ".calendar", day, CALENDARS);
    }
  }

  private void each(String path, @Nullable List<Trigger> rules, int depth) {
    if (rules == null || rules.isEmpty()) {
      flaw(path, "must be one rule or more");
      return;
    }
    for (int i = 0; i < rules.size(); i++) {
      check(path + "[" + i + "]", rules.get(i), depth + 1);
    }
  }

  private void classes(String path, @Nullable List<String> classes) {
    if (classes == null || classes.isEmpty()) {
      flaw(path, "must be one ATC class or more");
      return;
    }
    for (int i = 0; i < classes.size(); i++) {
      String atc = classes.get(i);
      if (atc == null || !ATC.matcher(atc).matches()) {
        flaw(path + "[" + i + "]", "must be an ATC class, such as J01 or B01AA03");
      }
    }
  }

  private void days(String path, Trigger.@Nullable Range days) {
    if (days == null || (days.from() == null && days.to() == null)) {
      flaw(path, "must have from, to or both");
    } else if (days.from() != null && days.to() != null && days.from() > days.to()) {
      flaw(path + ".to", "must not be less than from");
    }
  }

  private void years(String path, Trigger.@Nullable Bounds years) {
    if (years == null || (years.below() == null && years.over() == null)) {
      flaw(path, "must have below, over or both");
      return;
    }
    bound(path + ".below", years.below());
    bound(path + ".over", years.over());
  }

  private void bound(String path, @Nullable Integer years) {
    if (years != null && (years < 0 || years > OLDEST)) {
      flaw(path, "must be from 0 to " + OLDEST);
    }
  }

  private void event(String path, @Nullable String event) {
    oneOf(path, event, Trigger.EVENTS);
    if (Trigger.SERVICE_REQUEST.equals(event) && !Trigger.SERVICE_REQUEST.equals(programme)) {
      flaw(path, "is heard by the programme %s alone".formatted(Trigger.SERVICE_REQUEST));
    }
  }

  private void oneOf(String path, @Nullable String value, Set<String> known) {
    if (value == null || !known.contains(value)) {
      flaw(path, "must be one of " + String.join(", ", known.stream().sorted().toList()));
    }
  }

  private void matches(String path, @Nullable String value, String must) {
    if (value == null || !NAME.matcher(value).matches()) {
      flaw(path, must);
    }
  }

  private void present(String path, @Nullable Object value) {
    if (value == null) {
      flaw(path, "must be given");
    }
  }

  private void flaw(String path, String message) {
    flaws.add(new Flaw(path, message));
  }
}
