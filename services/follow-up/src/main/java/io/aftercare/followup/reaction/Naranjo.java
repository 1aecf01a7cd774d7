package io.aftercare.followup.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ten items by which a pharmacist judges whether a medicine is the cause, with their points.
 * The order of the items and the points are those of Naranjo CA et al., "A method for estimating
 * the probability of adverse drug reactions", Clin Pharmacol Ther 1981;30:239–245; the words are
 * our own. A policy: it asks nobody.
 */
final class Naranjo {

  /** What can be answered to an item. */
  enum Answer {
    @JsonProperty("yes")
    YES,
    @JsonProperty("no")
    NO,
    /** Not known, or not applicable: always without points. */
    @JsonProperty("unknown")
    UNKNOWN
  }

  /**
   * One item.
   *
   * @param number its place in the scale, from 1
   * @param yes points for a yes
   * @param no points for a no
   */
  record Item(int number, String text, int yes, int no) {

    int points(Answer answer) {
      return switch (answer) {
        case YES -> yes;
        case NO -> no;
        case UNKNOWN -> 0;
      };
    }
  }

  static final List<Item> ITEMS =
      List.of(
          new Item(1, "Others have described this reaction to the medicine conclusively", 1, 0),
          new Item(2, "It came up after the medicine was given, not before", 2, -1),
          new Item(3, "It got better when the medicine was stopped or countered", 1, 0),
          new Item(4, "It came back when the medicine was given again", 2, -1),
          new Item(5, "Something else could have caused it by itself", -1, 2),
          new Item(6, "It came back when something without effect was given instead", -1, 1),
          new Item(7, "The medicine was measured in the body at a harmful level", 1, 0),
          new Item(8, "It was worse with a larger dose, or milder with a smaller one", 1, 0),
          new Item(9, "The person reacted alike to this or a similar medicine before", 1, 0),
          new Item(10, "Something that can be measured or seen confirms it", 1, 0));

  private Naranjo() {}

  /** The sum of the points. */
  static int score(Map<Integer, Answer> answers) {
    return ITEMS.stream()
        .mapToInt(item -> item.points(answers.getOrDefault(item.number(), Answer.UNKNOWN)))
        .sum();
  }

  /** Items that were not answered, and numbers that are no items, in words; empty when complete. */
  static List<String> objections(Map<Integer, Answer> answers) {
    List<String> objections = new ArrayList<>();
    for (Item item : ITEMS) {
      if (!answers.containsKey(item.number())) {
        objections.add("item %d must be answered: yes, no or unknown".formatted(item.number()));
      }
    }
    answers.keySet().stream()
        .filter(number -> ITEMS.stream().noneMatch(item -> item.number() == number))
        .forEach(
            number -> objections.add("item %d is not known; there are 1 to 10".formatted(number)));
    return objections;
  }
}
