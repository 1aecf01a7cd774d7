package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Step;
import io.aftercare.followup.programme.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Says in plain words what a trial on the past cannot know. A policy. */
final class NotCounted {

  private NotCounted() {}

  /**
   * @param complete all sales of the time were looked at
   */
  static List<String> of(Programme tried, boolean complete) {
    List<String> words = new ArrayList<>();
    Trigger trigger = tried.trigger();
    if (!complete) {
      words.add("There are more sales than are looked at; those left out are not counted.");
    }
    if (trigger.asks(Trigger.OfSegment.class)) {
      words.add(
          "Segments are kept as they stand today: who has joined or left one since the sale is"
              + " counted by where they are now.");
    }
    if (trigger.asks(Trigger.OfAge.class) || trigger.asks(Trigger.OfSegment.class)) {
      words.add("Of customers who are not known, neither age nor segment is: they count as no.");
    }
    if (trigger.asks(Trigger.OfCalendar.class)) {
      words.add(
          "Birthdays, holidays and seasons come as offers from the customer file: those are counted"
              + " that were made under this name, and none for customers who would be new to the rule.");
    }
    if (trigger.asks(Trigger.OfEvent.class)) {
      words.add("Recalls and complaints about sales that are not known here are not counted.");
    }
    if (tried.steps().stream().anyMatch(step -> step.channel() == Step.Channel.PREFERRED)) {
      words.add("By call or by message is counted by what customers like best today.");
    }
    if (tried.experiment() != null) {
      words.add("Nobody is left out for the experiment: with it, some would not be made.");
    }
    words.add("Caps, and calls that are made more than once, are not counted.");
    return List.copyOf(words);
  }
}
