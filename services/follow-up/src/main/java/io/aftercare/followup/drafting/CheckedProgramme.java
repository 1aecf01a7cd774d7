package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Cap;
import io.aftercare.followup.programme.Offset;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Retry;
import io.aftercare.followup.programme.Script;
import io.aftercare.followup.programme.Step;
import io.aftercare.followup.programme.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a programme that somebody wrote. A policy: it asks nobody, and names the path
 * of every wrong field with the fix.
 */
final class CheckedProgramme {

  private static final int NAME = 80;
  private static final int WORDS = 300;
  private static final int MOST_STEPS = 20;
  private static final int MOST_LINES = 30;
  private static final int MOST_ATTEMPTS = 10;
  private static final int WEEK_IN_MINUTES = 10_080;
  private static final int MOST_DAYS = 365;
  private static final int MOST_PATIENCE = 60;
  private static final int MOST_HOURS = 72;

  /** Primary subtags; scripts and messages are written in these. */
  private static final List<String> LANGUAGES = List.of("en", "th", "zh");

  private final List<Flaw> flaws = new ArrayList<>();

  private CheckedProgramme() {}

  /** One wrong field. */
  record Flaw(String path, String message) {}

  /** All that is wrong, in the order of the form; empty when nothing is. */
  static List<Flaw> flaws(Programme programme) {
    CheckedProgramme checked = new CheckedProgramme();
    checked.text("name", programme.name(), NAME);
    if (programme.because() != null) {
      checked.text("because", programme.because(), WORDS);
    }
    checked.flaws.addAll(CheckedTrigger.flaws("trigger", programme.trigger(), programme.key()));
    checked.retry(programme.retry());
    checked.cap(programme.cap());
    if (programme.expiresAfterDays() != null) {
      checked.number("expires-after-days", programme.expiresAfterDays(), 0, MOST_PATIENCE);
    }
    checked.experiment(programme);
    checked.steps(programme.steps());
    if (programme.key().equals(Trigger.SERVICE_REQUEST)) {
      checked.written(programme.steps());
    }
    checked.script("script", programme.script());
    return List.copyOf(checked.flaws);
  }

  private void experiment(Programme programme) {
    String experiment = programme.experiment();
    if (experiment == null) {
      return;
    }
    if (!experiment.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      flaw("experiment", "must be of a-z 0-9 -, such as relationship");
    } else if (programme.care()
        || (programme.steps() != null
            && programme.steps().stream().anyMatch(step -> step != null && step.priority() <= 2))) {
      flaw(
          "experiment",
          "must be left out where safety is the reason: care, or a priority of 0 to 2");
    }
  }

  private void steps(@Nullable List<Step> steps) {
    if (steps == null || steps.isEmpty() || steps.size() > MOST_STEPS) {
      flaw("steps", "must be 1 to " + MOST_STEPS + " steps");
      return;
    }
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      String path = "steps[" + i + "]";
      Step step = steps.get(i);
      if (step == null) {
        flaw(path, "must be a step");
      } else {
        step(path, step, numbers);
      }
    }
  }

  /** What a store promised is told by message alone. */
  private void written(@Nullable List<Step> steps) {
    for (int i = 0; steps != null && i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step != null && step.channel() != null && step.channel() != Step.Channel.MESSAGE) {
        flaw("steps[" + i + "].channel", "must be message: a promised service is told by no other");
      }
    }
  }

  private void step(String path, Step step, Set<Integer> numbers) {
    if (!numbers.add(step.number())) {
      flaw(path + ".number", "must be another one than that of the other steps");
    }
    present(path + ".hours", step.hours());
    present(path + ".channel", step.channel());
    present(path + ".skill", step.skill());
    if (step.language() != null && !LANGUAGES.contains(step.language())) {
      flaw(path + ".language", "must be one we have words in: " + String.join(", ", LANGUAGES));
    }
    if (step.script() != null) {
      script(path + ".script", step.script());
    }
    switch (step.after()) {
      case null -> flaw(path + ".after", "must say when the step comes");
      case Offset.NextMorning next ->
          number(path + ".after.hours-before-next-morning", next.hours(), 0, MOST_HOURS);
      case Offset.Day offset -> number(path + ".after.day", offset.day(), 0, MOST_DAYS);
      case Offset.SupplyEnd offset ->
          number(path + ".after.days-from-supply-end", offset.days(), -MOST_DAYS, MOST_DAYS);
      case Offset.RefillDue offset ->
          number(path + ".after.days-from-refill-due", offset.days(), -MOST_DAYS, 0);
    }
  }

  private void retry(@Nullable Retry retry) {
    if (retry == null) {
      return;
    }
    if (retry.attempts() != null) {
      number("retry.attempts", retry.attempts(), 1, MOST_ATTEMPTS);
    }
    Map<String, Integer> minutes = retry.minutes() == null ? Map.of() : retry.minutes();
    new TreeMap<>(minutes)
        .forEach(
            (disposition, after) -> {
              String path = "retry.minutes." + disposition;
              if (!Retry.DISPOSITIONS.contains(disposition)) {
                flaw(path, "is no disposition that is tried again; these are " + dispositions());
              } else if (after == null) {
                flaw(path, "must be a number of minutes");
              } else {
                number(path, after, 1, WEEK_IN_MINUTES);
              }
            });
  }

  private static String dispositions() {
    return String.join(", ", Retry.DISPOSITIONS.stream().sorted().toList());
  }

  private void cap(@Nullable Cap cap) {
    if (cap != null) {
      number("cap.answered", cap.answered(), 1, MOST_DAYS);
      number("cap.days", cap.days(), 1, Cap.LONGEST);
    }
  }

  private void script(String path, @Nullable Script script) {
    if (script == null) {
      flaw(path, "must say what the talk is about");
      return;
    }
    text(path + ".title", script.title(), NAME);
    text(path + ".red-flag", script.redFlag(), WORDS);
    if (script.lines() == null || script.lines().isEmpty() || script.lines().size() > MOST_LINES) {
      flaw(path + ".lines", "must be 1 to " + MOST_LINES + " lines");
      return;
    }
    for (int i = 0; i < script.lines().size(); i++) {
      text(path + ".lines[" + i + "]", script.lines().get(i), WORDS);
    }
  }

  private void text(String path, @Nullable String value, int most) {
    if (value == null || value.isBlank() || value.length() > most) {
      flaw(path, "must be a text of 1 to " + most + " characters");
    }
  }

  private void number(String path, int value, int least, int most) {
    if (value < least || value > most) {
      flaw(path, "must be from " + least + " to " + most);
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
